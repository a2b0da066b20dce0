import { useIntersection } from '@mantine/hooks'
import { useEffect, useState } from 'react'
import type { Picture } from './gallery'
import classes from './Pictures.module.css'
import { Pixels } from './Pixels'

interface Props {
  /** Where the pictures of the record are had, below the API's root. */
  path: string
  picture: Pick<Picture, 'id' | 'alt'>
}

/** The picture that stands for a record in a list. It is asked for once its row is near, and its place is kept for it. */
export function Cover({ path, picture }: Props) {
  const { ref, entry } = useIntersection({ rootMargin: '200px' })
  const [isNear, setNear] = useState(false)
  useEffect(() => {
    if (entry?.isIntersecting) setNear(true)
  }, [entry])
  return (
    <div ref={ref} className={classes.cover} data-print="hide">
      {isNear && <Pixels path={path} picture={picture} size="small" />}
    </div>
  )
}

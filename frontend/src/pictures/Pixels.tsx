import { useQuery } from '@tanstack/react-query'
import { type Picture, type PictureSize, pixelsQuery } from './gallery'
import classes from './Pictures.module.css'

interface Props {
  /** Where the pictures of the record are had, below the API's root. */
  path: string
  picture: Pick<Picture, 'id' | 'alt'>
  size: PictureSize
}

/** The picture itself; until it has come, its words. */
export function Pixels({ path, picture: { id, alt }, size }: Props) {
  const { data } = useQuery(pixelsQuery(path, id, size))
  if (!data) return <span className={classes.words}>{alt}</span>
  return <img className={classes.pixels} src={data} alt={alt} />
}

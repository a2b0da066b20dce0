import type { ReactNode } from 'react'
import type { SdgTarget } from '@/api/generated/types.gen'
import { Row } from '@/components/Row'
import classes from './Objectives.module.css'

interface Props {
  target: SdgTarget
  children?: ReactNode
}

/** A target by its number and our label, with its official words as they were adopted. */
export function TargetRow({ target, children }: Props) {
  return (
    <Row title={`${target.key} · ${target.short}`}>
      <p className={classes.target} lang="en" dir="ltr">
        {target.title}
      </p>
      {children}
    </Row>
  )
}

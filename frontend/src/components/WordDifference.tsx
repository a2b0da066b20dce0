import { diffWordsWithSpace } from 'diff'
import type { ReactNode } from 'react'
import classes from './WordDifference.module.css'

/** Of a text of which less stays, one reads the whole more easily before and after. */
const LEAST_THAT_STAYS = 0.4

interface Props {
  before: string
  after: string
  /** Both, one after the other: shown where the text was written anew. */
  children: ReactNode
}

/** A text with what was taken out and put in, word by word. */
export function WordDifference({ before, after, children }: Props) {
  const parts = diffWordsWithSpace(before, after)
  const stays = parts
    .filter(({ added, removed }) => !added && !removed)
    .reduce((length, { value }) => length + value.length, 0)
  if (stays < LEAST_THAT_STAYS * Math.min(before.length, after.length)) return children
  let place = 0
  return (
    <span dir="auto" className={classes.difference}>
      {parts.map(({ value, added, removed }) => {
        place += value.length
        if (added) return <ins key={`+${place}`}>{value}</ins>
        if (removed) return <del key={`-${place}`}>{value}</del>
        return <span key={place}>{value}</span>
      })}
    </span>
  )
}

import type { TextPart } from '@/api/generated/types.gen'
import classes from './Highlighted.module.css'

/** Text with the words that were searched for. The pieces are plain text, whatever they look like. */
export function Highlighted({ parts }: { parts: readonly TextPart[] }) {
  return parts.map(({ text, is_match }, place) => {
    const key = `${place}:${text}`
    return is_match ? (
      <mark key={key} className={classes.mark}>
        {text}
      </mark>
    ) : (
      <span key={key}>{text}</span>
    )
  })
}

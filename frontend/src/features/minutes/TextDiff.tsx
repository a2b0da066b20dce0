import { useTranslation } from 'react-i18next'
import classes from './Minutes.module.css'
import { wordChanges } from './wordMerge'

export interface TextDiffProps {
  from: string
  to: string
  /** The language of the texts. */
  language: string
}

/** A text with the words that were put in underlined and those that were taken out struck through. */
export default function TextDiff({ from, to, language }: TextDiffProps) {
  const { t } = useTranslation('minutes')
  if (from === to) return <p className={classes.quiet}>{t('diff.same')}</p>
  const changes = wordChanges(from, to, language)
  return (
    <p className={classes.text} dir="auto" lang={language}>
      {changes.map(({ value, added, removed }, place) => {
        const Words = added ? 'ins' : removed ? 'del' : 'span'
        // biome-ignore lint/suspicious/noArrayIndexKey: the same words may come again; the parts are never reordered
        return <Words key={place}>{value}</Words>
      })}
    </p>
  )
}

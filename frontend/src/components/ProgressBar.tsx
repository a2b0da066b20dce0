import { type ReactNode, useId } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './ProgressBar.module.css'

interface Props {
  label: ReactNode
  done: number
  total: number
  /** "3 of 7" by default; say more where more is to be said: "1 of 4 · 1 at risk". */
  sentence?: ReactNode
}

export function ProgressBar({ label, done, total, sentence }: Props) {
  const { t } = useTranslation()
  const id = useId()
  const share = total === 0 ? 0 : Math.min(1, done / total)
  return (
    <div>
      <div className={classes.words}>
        <span id={id}>{label}</span>
        <span className={classes.sentence}>{sentence ?? t('progress.value', { done, total })}</span>
      </div>
      <div
        className={classes.bar}
        role="progressbar"
        aria-labelledby={id}
        aria-valuemin={0}
        aria-valuemax={total}
        aria-valuenow={done}
        aria-valuetext={t('progress.value', { done, total })}
      >
        <div className={classes.done} style={{ inlineSize: `${share * 100}%` }} />
      </div>
    </div>
  )
}

import { Button, Textarea } from '@mantine/core'
import { type FormEvent, type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ownDirection } from '@/forms/ownDirection'
import { problemMessage } from '@/forms/problemMessage'
import classes from './MergeForm.module.css'
import TextDiff from './TextDiff'
import { merged } from './wordMerge'

interface Version {
  title: string
  text: string
  /** What the button that takes it as it is says. */
  takeLabel: string
}

interface Props {
  intro: ReactNode
  language: string
  base: string
  ours: Version
  theirs: Version
  confirmLabel: string
  onConfirm: (text: string) => Promise<unknown>
  /** Beside the button that confirms. */
  children?: ReactNode
}

/** Two texts written on top of the same one, each with what it changes, and below them the text that shall stay. */
export function MergeForm({ intro, language, base, ours, theirs, confirmLabel, onConfirm, children }: Props) {
  const { t } = useTranslation('minutes')
  const { t: tCommon } = useTranslation()
  const both = merged(base, ours.text, theirs.text)
  const [text, setText] = useState(both ?? ours.text)
  const [failure, setFailure] = useState<unknown>(null)
  const [isBusy, setBusy] = useState(false)
  const confirm = async (event: FormEvent) => {
    event.preventDefault()
    setBusy(true)
    await onConfirm(text).catch(setFailure)
    setBusy(false)
  }
  return (
    <form onSubmit={confirm} className={classes.form}>
      <p className={classes.intro}>
        {intro} {t(both === null ? 'merge.byHand' : 'merge.done')}
      </p>
      <div className={classes.sides}>
        {[ours, theirs].map((version) => (
          <section key={version.title} className={classes.side} aria-label={version.title}>
            <h3 className={classes.owner}>{version.title}</h3>
            <TextDiff from={base} to={version.text} language={language} />
            <Button size="xs" onClick={() => setText(version.text)}>
              {version.takeLabel}
            </Button>
          </section>
        ))}
      </div>
      <Textarea
        label={t('merge.result')}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        error={failure !== null && problemMessage(failure, tCommon)}
        autosize
        minRows={4}
        lang={language}
        {...ownDirection(text)}
      />
      <div className={classes.foot}>
        {children}
        <Button type="submit" variant="filled" loading={isBusy}>
          {confirmLabel}
        </Button>
      </div>
    </form>
  )
}

import { type ReactNode, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { focusOnArrival, TITLE_ID } from './arrival'
import classes from './PageHeader.module.css'

interface Props {
  title: string
  /** One line: where things stand. */
  summary?: ReactNode
  /** One primary button; quiet ones before it. */
  action?: ReactNode
  /** The way back, above the title: a `TextLink` to the list. */
  trail?: ReactNode
}

/** The one title of a page, also the document's, and where the focus goes when one arrives. */
export function PageHeader({ title, summary, action, trail }: Props) {
  const { t } = useTranslation()
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => focusOnArrival(heading.current), [])
  useEffect(() => {
    document.title = `${title} · ${t('appName')}`
  }, [title, t])

  return (
    <header className={classes.header}>
      <div className={classes.words}>
        {trail && <div className={classes.trail}>{trail}</div>}
        <h1 ref={heading} id={TITLE_ID} tabIndex={-1} className={classes.title}>
          {title}
        </h1>
        {summary && <div className={classes.summary}>{summary}</div>}
      </div>
      {action && (
        <div className={classes.action} data-print="hide">
          {action}
        </div>
      )}
    </header>
  )
}

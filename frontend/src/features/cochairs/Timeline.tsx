import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Card } from '@/components/Card'
import { TextLink } from '@/components/TextLink'
import { useFormat } from '@/i18n/useFormat'
import { type Stretch, stretchesOf } from './stretches'
import classes from './Timeline.module.css'
import type { Term } from './termQuery'
import { useLengthInWords } from './useLengthInWords'

/**
 * Terms as bars, as long as they last, from left to right in every language; a long gap is drawn shorter than it is, with its
 * length in words, and after the last term it says that no pair follows. The table below holds the same.
 */
export function Timeline({ terms }: { terms: Term[] }) {
  const { t } = useTranslation('cochairs')
  const format = useFormat()
  const strip = useRef<HTMLDivElement>(null)
  const stretches = stretchesOf(terms)
  const [first, last] = [stretches[0], stretches.at(-1)]
  useEffect(() => {
    const now = strip.current?.querySelector('[data-status="current"]')
    if (now && strip.current) strip.current.scrollLeft = (now as HTMLElement).offsetLeft - 48
  }, [])
  if (!first || !last) return null

  return (
    <Card title={t('timeline.title')}>
      <section
        ref={strip}
        className={classes.strip}
        dir="ltr"
        aria-label={t('timeline.label', { from: format.date(first.from), until: format.date(last.from) })}
      >
        <ol className={classes.line}>
          {stretches.map((stretch) => (
            <li
              key={stretch.from}
              className={stretch.term ? classes.term : classes.gap}
              data-status={stretch.term?.status}
              style={{ flexGrow: stretch.weight }}
            >
              {stretch.term ? <TermBar term={stretch.term} /> : <GapBar stretch={stretch} />}
            </li>
          ))}
        </ol>
      </section>
    </Card>
  )
}

function TermBar({ term }: { term: Term }) {
  const { t } = useTranslation('cochairs')
  const format = useFormat()
  const share = term.days_elapsed / (term.days_elapsed + term.days_left)
  return (
    <>
      <div className={classes.bar} title={format.dateRange(term.starts_on, term.ends_on)}>
        {term.champions.map(({ id, name }) => (
          <TextLink
            key={id}
            look="title"
            className={classes.name}
            to="/champions/$championId"
            params={{ championId: id }}
          >
            <bdi>{name}</bdi>
          </TextLink>
        ))}
        {term.status === 'current' && (
          <span className={classes.today} style={{ left: `${share * 100}%` }}>
            <span className={classes.todayWord}>{t('timeline.today')}</span>
          </span>
        )}
      </div>
      <time className={classes.date} dateTime={term.starts_on}>
        {format.month(term.starts_on)}
      </time>
    </>
  )
}

function GapBar({ stretch }: { stretch: Stretch }) {
  const { t } = useTranslation('cochairs')
  const length = useLengthInWords()
  const format = useFormat()
  return (
    <>
      {stretch.until ? (
        <div className={classes.hatch} title={format.dateRange(stretch.from, stretch.until)}>
          <bdi>
            {t('timeline.gap', { length: length({ starts_on: stretch.from, ends_on: stretch.until }) })}
          </bdi>
        </div>
      ) : (
        <div className={classes.hatch}>
          <bdi>{t('timeline.open')}</bdi>
        </div>
      )}
      <time className={classes.date} dateTime={stretch.from}>
        {format.month(stretch.from)}
      </time>
    </>
  )
}

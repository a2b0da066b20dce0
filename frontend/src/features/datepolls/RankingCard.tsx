import { Button } from '@mantine/core'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Card } from '@/components/Card'
import { Row, RowList } from '@/components/Row'
import { StatusBadge } from '@/components/StatusBadge'
import { useFormat } from '@/i18n/useFormat'
import classes from './DatePolls.module.css'
import { byRank, type DateCandidate, type DatePoll } from './datePollQuery'
import { PlaceTimes } from './PlaceTimes'

const ChooseDialog = lazy(() => import('./ChooseDialog'))

const FIGURES = ['yes', 'if_need_be', 'no', 'silent'] as const

/** The dates, the best first, with what puts each before the next; those who lead choose one here. */
export function RankingCard({ poll }: { poll: DatePoll }) {
  const { t } = useTranslation('datepolls')
  const [chosen, setChosen] = useState<DateCandidate | null>(null)
  return (
    <Card title={t('ranking.title')} action={t('dates', { count: poll.candidates.length })}>
      <RowList ordered>
        {byRank(poll).map((date) => (
          <RankedDate key={date.id} poll={poll} date={date} onChoose={() => setChosen(date)} />
        ))}
      </RowList>
      {chosen && (
        <Suspense>
          <ChooseDialog poll={poll} date={chosen} onClose={() => setChosen(null)} />
        </Suspense>
      )}
    </Card>
  )
}

interface Props {
  poll: DatePoll
  date: DateCandidate
  onChoose: () => void
}

function RankedDate({ poll, date, onChoose }: Props) {
  const { t } = useTranslation('datepolls')
  const format = useFormat()
  const when = format.dateTime(date.starts_at)
  const isChosen = poll.chosen_starts_at === date.starts_at
  const figures = FIGURES.filter((figure) => date[figure] > 0)
  return (
    <Row
      leading={date.rank}
      title={
        <>
          {when}{' '}
          <span className={classes.utc}>({t('utc', { time: format.time(date.starts_at, 'UTC') })})</span>
        </>
      }
      context={
        poll.status !== 'draft' &&
        figures.map((figure) => t(`figure.${figure}`, { count: date[figure] })).join(' · ')
      }
      aside={
        isChosen ? (
          <StatusBadge tone="done">{t('chosen')}</StatusBadge>
        ) : (
          poll.actions.includes('choose') &&
          !date.has_passed && (
            <Button
              size="xs"
              variant={date.rank === 1 ? 'filled' : 'default'}
              aria-label={t('choose.when', { when })}
              onClick={onChoose}
            >
              {t('choose.action')}
            </Button>
          )
        )
      }
    >
      {poll.status !== 'draft' && <Bar date={date} />}
      <Chairs date={date} />
      {date.before_next_by && <p className={classes.quiet}>{t(`ranking.by.${date.before_next_by}`)}</p>}
      <details className={classes.places}>
        <summary>{t('places.title')}</summary>
        <PlaceTimes poll={poll} date={date} />
      </details>
    </Row>
  )
}

/** The answers at a glance; the figures above say the same. */
function Bar({ date }: { date: DateCandidate }) {
  return (
    <div className={classes.bar} aria-hidden>
      {FIGURES.map((figure) => (
        <span key={figure} data-said={figure} style={{ flexGrow: date[figure] }} />
      ))}
    </div>
  )
}

/** What those say who would chair on that day, as far as it matters for the choice. */
function Chairs({ date }: { date: DateCandidate }) {
  const { t } = useTranslation('datepolls')
  const format = useFormat()
  if (date.has_passed) return <StatusBadge tone="quiet">{t('ranking.passed')}</StatusBadge>
  const absent = date.co_chairs.filter(({ answer }) => answer === 'no').map(({ champion }) => champion.name)
  if (absent.length === 0) return null
  if (date.both_co_chairs_say_no) return <StatusBadge tone="late">{t('ranking.noChair')}</StatusBadge>
  return <StatusBadge tone="soon">{t('ranking.oneChair', { champion: format.list(absent) })}</StatusBadge>
}

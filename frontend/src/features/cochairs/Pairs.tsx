import { useTranslation } from 'react-i18next'
import { Card, CardBody } from '@/components/Card'
import { ChampionLink } from '@/components/Champion'
import { EmptyState } from '@/components/EmptyState'
import { DemonstrationMark } from '@/components/Mark'
import { ProgressBar } from '@/components/ProgressBar'
import { TextLink } from '@/components/TextLink'
import { useFormat } from '@/i18n/useFormat'
import classes from './Pairs.module.css'
import type { Term } from './termQuery'
import { useMayReadBrief } from './useMayReadBrief'

/** The pair that leads now, and how much of its term is left. */
export function CurrentPair({ term }: { term: Term | undefined }) {
  const { t } = useTranslation('cochairs')
  const format = useFormat()
  if (!term) {
    return (
      <Card title={t('now.title')}>
        <EmptyState title={t('now.nobody')} />
      </Card>
    )
  }
  const total = term.days_elapsed + term.days_left
  return (
    <Card title={t('now.title')} action={term.is_demonstration && <DemonstrationMark />}>
      <CardBody>
        <Pair term={term} />
        <ProgressBar
          label={t('now.day', { day: Math.min(term.days_elapsed + 1, total), total })}
          done={term.days_elapsed}
          total={total}
          sentence={t('now.left', { count: term.days_left })}
        />
        <p className={classes.when}>{t('now.handover', { date: format.date(term.ends_on) })}</p>
        <BriefLink term={term} />
      </CardBody>
    </Card>
  )
}

function BriefLink({ term }: { term: Term }) {
  const { t } = useTranslation('cochairs')
  if (!useMayReadBrief()) return null
  return (
    <p className={classes.when}>
      <TextLink to="/co-chairs/$termId/brief" params={{ termId: term.id }}>
        {t('now.brief')}
      </TextLink>
    </p>
  )
}

/** The pair that follows. */
export function NextPair({ term }: { term: Term | undefined }) {
  const { t } = useTranslation('cochairs')
  const format = useFormat()
  return (
    <Card title={t('next.title')} action={term?.is_demonstration && <DemonstrationMark />}>
      {term ? (
        <CardBody>
          <Pair term={term} />
          <p className={classes.when}>
            {t('next.starts', { date: format.date(term.starts_on) })} ·{' '}
            {format.relativeDays(`${term.starts_on}T00:00:00Z`)}
          </p>
        </CardBody>
      ) : (
        <EmptyState title={t('next.nobody')}>{t('next.nobodyHelp')}</EmptyState>
      )}
    </Card>
  )
}

function Pair({ term }: { term: Term }) {
  return (
    <ul className={classes.pair}>
      {term.champions.map((champion) => (
        <li key={champion.id}>
          <ChampionLink champion={champion} />
        </li>
      ))}
    </ul>
  )
}

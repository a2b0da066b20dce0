import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import { ButtonLink } from '@/components/ButtonLink'
import { Card } from '@/components/Card'
import { ChampionLink } from '@/components/Champion'
import { ConfidenceMark, DemonstrationMark } from '@/components/Mark'
import { StatusBadge, type Tone } from '@/components/StatusBadge'
import { useFormat } from '@/i18n/useFormat'
import classes from './TermTable.module.css'
import type { Term } from './termQuery'

const TONES: Record<Term['status'], Tone> = { planned: 'soon', current: 'active', past: 'quiet' }

/** Every term with its days, the latest first, and the gaps between them. On a phone each is a block. */
export function TermTable({ terms }: { terms: Term[] }) {
  const { t } = useTranslation('cochairs')
  const mayChange = terms.some(({ actions }) => actions.includes('change'))
  return (
    <Card title={t('table.title')}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{t('table.pair')}</th>
            <th scope="col">{t('table.from')}</th>
            <th scope="col">{t('table.until')}</th>
            <th scope="col">{t('table.length')}</th>
            <th scope="col">{t('table.status')}</th>
            {mayChange && <td />}
          </tr>
        </thead>
        <tbody>
          {terms.map((term) => (
            <Fragment key={term.id}>
              <TermRow term={term} />
              <GapRow term={term} columns={mayChange ? 6 : 5} />
            </Fragment>
          ))}
        </tbody>
      </table>
    </Card>
  )
}

function TermRow({ term }: { term: Term }) {
  const { t } = useTranslation('cochairs')
  const format = useFormat()
  const pair = format.list(term.champions.map(({ name }) => name))
  return (
    <tr>
      <th scope="row">
        {term.champions.map((champion) => (
          <div key={champion.id}>
            <ChampionLink champion={champion} />
          </div>
        ))}
        <Remarks term={term} />
      </th>
      <td data-label={t('table.from')}>{format.date(term.starts_on)}</td>
      <td data-label={t('table.until')}>{format.date(term.ends_on)}</td>
      <td data-label={t('table.length')}>{t('table.days', { count: term.days_elapsed + term.days_left })}</td>
      <td className={classes.status}>
        <StatusBadge tone={TONES[term.status]}>{t(`status.${term.status}`)}</StatusBadge>
      </td>
      {term.actions.includes('change') && (
        <td className={classes.action}>
          <ButtonLink
            to="/co-chairs/$termId/edit"
            params={{ termId: term.id }}
            size="xs"
            aria-label={t('table.changeOf', { pair })}
          >
            {t('table.change')}
          </ButtonLink>
        </td>
      )}
    </tr>
  )
}

function Remarks({ term }: { term: Term }) {
  const remarks = [term.length_reason, term.note].filter(Boolean)
  return (
    <>
      {remarks.map((remark) => (
        <p key={remark} className={classes.remark}>
          <bdi>{remark}</bdi>
        </p>
      ))}
      {term.confidence === 'recalled' && (
        <p className={classes.remark}>
          <ConfidenceMark source={term.source} />
        </p>
      )}
      {term.is_demonstration && (
        <p className={classes.remark}>
          <DemonstrationMark />
        </p>
      )}
    </>
  )
}

function GapRow({ term, columns }: { term: Term; columns: number }) {
  const { t } = useTranslation('cochairs')
  const format = useFormat()
  const gap = term.gap_before
  if (!gap) return null
  return (
    <tr className={classes.gap}>
      <td colSpan={columns}>
        {t('table.gap', { count: gap.days, period: format.dateRange(gap.starts_on, gap.ends_on) })}
      </td>
    </tr>
  )
}

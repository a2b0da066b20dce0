import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import { ButtonLink } from '@/components/ButtonLink'
import { Card } from '@/components/Card'
import { ChampionLink } from '@/components/Champion'
import { ConfidenceMark, DemonstrationMark } from '@/components/Mark'
import { StatusBadge, type Tone } from '@/components/StatusBadge'
import { TextLink } from '@/components/TextLink'
import { useFormat } from '@/i18n/useFormat'
import classes from './TermTable.module.css'
import type { Term } from './termQuery'
import { useLengthInWords } from './useLengthInWords'

export const TONES: Record<Term['status'], Tone> = { planned: 'soon', current: 'active', past: 'quiet' }

/** Every term with its days, the latest first, and the gaps between them. On a phone each is a block. */
export function TermTable({ terms }: { terms: Term[] }) {
  const { t } = useTranslation('cochairs')
  const mayChange = terms.some(({ actions }) => actions.includes('change'))
  const columns = mayChange ? 7 : 6
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
            <td />
            {mayChange && <td />}
          </tr>
        </thead>
        <tbody>
          {terms.map((term) => (
            <Fragment key={term.id}>
              <TermRow term={term} />
              <Remarks term={term} columns={columns} />
              <GapRow term={term} columns={columns} />
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
  const length = useLengthInWords()
  const pair = format.list(term.champions.map(({ name }) => name))
  return (
    <tr>
      <th scope="row">
        {term.champions.map((champion) => (
          <div key={champion.id} className={classes.pair}>
            <ChampionLink champion={champion} />
          </div>
        ))}
      </th>
      <td data-label={t('table.from')}>{format.date(term.starts_on)}</td>
      <td data-label={t('table.until')}>{format.date(term.ends_on)}</td>
      <td data-label={t('table.length')}>{length(term)}</td>
      <td className={classes.status}>
        <StatusBadge tone={TONES[term.status]}>{t(`status.${term.status}`)}</StatusBadge>
      </td>
      <td>
        <TextLink
          to="/co-chairs/$termId"
          params={{ termId: term.id }}
          aria-label={t('table.openOf', { pair, month: format.month(term.starts_on) })}
        >
          {t('table.open')}
        </TextLink>
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

/** What is to be said of a term, below it over the whole width. */
function Remarks({ term, columns }: { term: Term; columns: number }) {
  const remarks = [term.length_reason, term.note].filter(Boolean)
  const isToBeConfirmed = term.confidence === 'recalled'
  if (remarks.length === 0 && !isToBeConfirmed && !term.is_demonstration) return null
  return (
    <tr className={classes.remarks}>
      <td colSpan={columns}>
        {remarks.map((remark) => (
          <p key={remark} className={classes.remark} dir="auto">
            {remark}
          </p>
        ))}
        {isToBeConfirmed && <ConfidenceMark source={term.source} />}
        {term.is_demonstration && <DemonstrationMark />}
      </td>
    </tr>
  )
}

function GapRow({ term, columns }: { term: Term; columns: number }) {
  const { t } = useTranslation('cochairs')
  const format = useFormat()
  const length = useLengthInWords()
  const gap = term.gap_before
  if (!gap) return null
  return (
    <tr className={classes.gap}>
      <td colSpan={columns}>
        {t('table.gap', { length: length(gap), period: format.dateRange(gap.starts_on, gap.ends_on) })}
      </td>
    </tr>
  )
}

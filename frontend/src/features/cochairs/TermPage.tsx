import { Button } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { undoCochairReplacement } from '@/api/generated/sdk.gen'
import { ifMatch, type Versioned } from '@/api/record'
import { ButtonLink } from '@/components/ButtonLink'
import { Card, CardBody } from '@/components/Card'
import { ChampionLink } from '@/components/Champion'
import { Columns } from '@/components/Columns'
import { ConfirmDialog } from '@/components/ConfirmDialog'
import { Fact, Facts } from '@/components/Facts'
import { ConfidenceMark, DemonstrationMark } from '@/components/Mark'
import { PageHeader } from '@/components/PageHeader'
import { QueryState } from '@/components/QueryState'
import { Row, RowList } from '@/components/Row'
import { StatusBadge } from '@/components/StatusBadge'
import { TextLink } from '@/components/TextLink'
import { MinutesFiles } from '@/features/minutes/MinutesFiles'
import { useFormat } from '@/i18n/useFormat'
import { useSession } from '@/session/useSession'
import { Initiatives } from './Initiatives'
import { ReplaceDialog } from './ReplaceDialog'
import { TONES } from './TermTable'
import { type Term, termQuery } from './termQuery'
import { useLengthInWords } from './useLengthInWords'
import { useMayReadBrief } from './useMayReadBrief'

/** One term: who leads it, and who sat when. */
export function TermPage({ id }: { id: string }) {
  const query = useQuery(termQuery(id))
  return <QueryState query={query}>{(record) => <TermDetail record={record} />}</QueryState>
}

function TermDetail({ record }: { record: Versioned<Term> }) {
  const { t } = useTranslation('cochairs')
  const format = useFormat()
  const { data: term } = record
  const mayReadBrief = useMayReadBrief()
  const session = useSession()
  const isMember = Boolean(session?.champion) || session?.roles.includes('secretariat')
  return (
    <>
      <PageHeader
        title={format.list(term.champions.map(({ name }) => name))}
        summary={t('term.summary', { from: format.date(term.starts_on), until: format.date(term.ends_on) })}
        trail={<TextLink to="/co-chairs">{t('title')}</TextLink>}
        action={
          <>
            {mayReadBrief && (
              <ButtonLink to="/co-chairs/$termId/brief" params={{ termId: term.id }}>
                {t('now.brief')}
              </ButtonLink>
            )}
            {isMember && (
              <MinutesFiles
                path={`/cochair-terms/${term.id}/minutes`}
                name={t('term.minutes', { from: format.date(term.starts_on) })}
              />
            )}
            {term.actions.includes('change') && (
              <ButtonLink to="/co-chairs/$termId/edit" params={{ termId: term.id }}>
                {t('table.change')}
              </ButtonLink>
            )}
            {term.actions.includes('replace') && <Replace record={record} />}
          </>
        }
      />
      <Columns aside={<Circumstances term={term} />}>
        <Seats record={record} />
        <Initiatives termId={term.id} />
      </Columns>
    </>
  )
}

function Replace({ record }: { record: Versioned<Term> }) {
  const { t } = useTranslation('cochairs')
  const [isAsking, setAsking] = useState(false)
  return (
    <>
      <Button variant="filled" onClick={() => setAsking(true)}>
        {t('replace.action')}
      </Button>
      <ReplaceDialog opened={isAsking} onClose={() => setAsking(false)} record={record} />
    </>
  )
}

/** Each seat in the order of time; a seat that changes hands has its champions one below the other. */
function Seats({ record }: { record: Versioned<Term> }) {
  const { t } = useTranslation('cochairs')
  const format = useFormat()
  const { data: term } = record
  const latest = term.seats.reduce((one, other) => (other.starts_on > one.starts_on ? other : one))
  const isReplaced = term.actions.includes('undo-replacement')
  return (
    <Card title={t('term.seats')}>
      <RowList>
        {term.seats.map((seat) => (
          <Row
            key={`${seat.number}-${seat.starts_on}`}
            leading={format.number(seat.number)}
            title={<ChampionLink champion={seat.champion} />}
            context={format.dateRange(seat.starts_on, seat.ends_on)}
            aside={isReplaced && seat === latest && <Undo record={record} name={seat.champion.name} />}
          >
            {seat.reason && <p dir="auto">{t('term.tookOver', { reason: seat.reason })}</p>}
          </Row>
        ))}
      </RowList>
    </Card>
  )
}

function Undo({ record, name }: { record: Versioned<Term>; name: string }) {
  const { t } = useTranslation('cochairs')
  const [isAsking, setAsking] = useState(false)
  const undo = useMutation({
    mutationFn: (reason: string) =>
      undoCochairReplacement({
        path: { term_id: record.data.id },
        body: reason ? { reason } : {},
        headers: ifMatch(record.etag),
      }),
  })
  return (
    <>
      <Button size="xs" onClick={() => setAsking(true)}>
        {t('undo.action')}
      </Button>
      <ConfirmDialog
        opened={isAsking}
        onClose={() => setAsking(false)}
        title={t('undo.title')}
        confirmLabel={t('undo.action')}
        reason="optional"
        onConfirm={(reason) => undo.mutateAsync(reason)}
      >
        <p>{t('undo.text', { name })}</p>
      </ConfirmDialog>
    </>
  )
}

function Circumstances({ term }: { term: Term }) {
  const { t } = useTranslation('cochairs')
  const format = useFormat()
  const length = useLengthInWords()
  return (
    <Card title={t('term.circumstances')} action={term.is_demonstration && <DemonstrationMark />}>
      <CardBody>
        <Facts>
          <Fact name={t('table.status')}>
            <StatusBadge tone={TONES[term.status]}>{t(`status.${term.status}`)}</StatusBadge>
          </Fact>
          <Fact name={t('form.startsOn')}>{format.date(term.starts_on)}</Fact>
          <Fact name={t('table.until')}>{format.date(term.ends_on)}</Fact>
          <Fact name={t('table.length')}>
            {[length(term), term.length_reason].filter(Boolean).join(' · ')}
          </Fact>
          <Fact name={t('term.gapBefore')}>
            {term.gap_before &&
              t('table.gap', {
                length: length(term.gap_before),
                period: format.dateRange(term.gap_before.starts_on, term.gap_before.ends_on),
              })}
          </Fact>
          <Fact name={t('form.note')}>{term.note && <span dir="auto">{term.note}</span>}</Fact>
          <Fact name={t('form.source')}>
            {term.confidence === 'recalled' ? <ConfidenceMark source={term.source} /> : term.source}
          </Fact>
        </Facts>
      </CardBody>
    </Card>
  )
}

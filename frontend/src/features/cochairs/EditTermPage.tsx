import { Button } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { changeCochairTerm, deleteCochairTerm } from '@/api/generated/sdk.gen'
import { ifMatch, type Versioned } from '@/api/record'
import { ConfirmDialog } from '@/components/ConfirmDialog'
import { PageHeader } from '@/components/PageHeader'
import { QueryState } from '@/components/QueryState'
import { TextLink } from '@/components/TextLink'
import { useFormat } from '@/i18n/useFormat'
import { isOfAnotherLength, type TermValues, termBody } from './schemas'
import { TermForm } from './TermForm'
import { type Term, termQuery } from './termQuery'

export function EditTermPage({ id }: { id: string }) {
  const query = useQuery({ ...termQuery(id), refetchOnWindowFocus: false })
  return <QueryState query={query}>{(record) => <EditTerm record={record} />}</QueryState>
}

function EditTerm({ record }: { record: Versioned<Term> }) {
  const { t } = useTranslation('cochairs')
  const format = useFormat()
  const navigate = useNavigate()
  const { data: term, etag } = record
  const pair = format.list(term.champions.map(({ name }) => name))
  const change = useMutation({
    mutationFn: (values: TermValues) =>
      changeCochairTerm({ path: { term_id: term.id }, body: termBody(values), headers: ifMatch(etag) }),
    onSuccess: () => navigate({ to: '/co-chairs' }),
  })
  return (
    <>
      <PageHeader
        title={t('form.editTitle')}
        summary={t('form.editSummary', { pair, period: format.dateRange(term.starts_on, term.ends_on) })}
        trail={<TextLink to="/co-chairs">{t('title')}</TextLink>}
        action={term.actions.includes('delete') && <CallOff record={record} pair={pair} />}
      />
      <TermForm
        values={valuesOf(term)}
        submitLabel={t('form.save')}
        onSubmit={(values) => change.mutateAsync(values)}
      />
    </>
  )
}

/** A term of six months shows no other end, so that it keeps its length when its first day moves. */
function valuesOf(term: Term): TermValues {
  const [first, second] = term.champions
  return {
    champions: [first?.iso3 ?? '', second?.iso3 ?? ''],
    starts_on: term.starts_on,
    ends_on: isOfAnotherLength(term) ? term.ends_on : null,
    length_reason: term.length_reason,
    note: term.note ?? '',
    source: term.source ?? '',
    confidence: term.confidence,
  }
}

function CallOff({ record, pair }: { record: Versioned<Term>; pair: string }) {
  const { t } = useTranslation('cochairs')
  const format = useFormat()
  const navigate = useNavigate()
  const [isAsking, setAsking] = useState(false)
  const { data: term, etag } = record
  const remove = useMutation({
    mutationFn: () => deleteCochairTerm({ path: { term_id: term.id }, headers: ifMatch(etag) }),
    onSuccess: () => navigate({ to: '/co-chairs' }),
  })
  return (
    <>
      <Button onClick={() => setAsking(true)}>{t('form.delete')}</Button>
      <ConfirmDialog
        opened={isAsking}
        onClose={() => setAsking(false)}
        title={t('form.deleteTitle')}
        confirmLabel={t('form.delete')}
        tone="danger"
        onConfirm={() => remove.mutateAsync()}
      >
        <p>{t('form.deleteText', { pair, date: format.date(term.starts_on) })}</p>
      </ConfirmDialog>
    </>
  )
}

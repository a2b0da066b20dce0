import { Button, Checkbox, Group, Modal } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { getAgendaDraftOptions } from '@/api/generated/@tanstack/react-query.gen'
import { takeAgendaDraft } from '@/api/generated/sdk.gen'
import type { AgendaSuggestion, DraftedAgenda } from '@/api/generated/types.gen'
import { EmptyState } from '@/components/EmptyState'
import { QueryState } from '@/components/QueryState'
import { StatusBadge } from '@/components/StatusBadge'
import { problemMessage } from '@/forms/problemMessage'
import { useFormat } from '@/i18n/useFormat'
import classes from './DraftAgendaDialog.module.css'

interface Props {
  meetingId: string
  opened: boolean
  onClose: () => void
}

/** What could go on the agenda, each with why; the chair ticks what shall. */
export function DraftAgendaDialog({ meetingId, opened, onClose }: Props) {
  const { t } = useTranslation('meetings')
  return (
    <Modal opened={opened} onClose={onClose} title={t('draft.title')} size="lg">
      <Draft meetingId={meetingId} onClose={onClose} />
    </Modal>
  )
}

function Draft({ meetingId, onClose }: Omit<Props, 'opened'>) {
  const { t } = useTranslation('meetings')
  const query = useQuery({ ...getAgendaDraftOptions({ path: { meeting_id: meetingId } }), staleTime: 0 })
  return (
    <QueryState query={query} rows={5}>
      {(draft) =>
        draft.items.length === 0 ? (
          <EmptyState title={t('draft.empty')}>{t('draft.emptyHelp')}</EmptyState>
        ) : (
          <Choice meetingId={meetingId} draft={draft} onClose={onClose} onGone={() => query.refetch()} />
        )
      }
    </QueryState>
  )
}

interface ChoiceProps extends Omit<Props, 'opened'> {
  draft: DraftedAgenda
  /** Somebody was quicker: the draft is no longer true. */
  onGone: () => void
}

function Choice({ meetingId, draft, onClose, onGone }: ChoiceProps) {
  const { t } = useTranslation(['meetings', 'common'])
  const { t: tCommon } = useTranslation()
  /** Where the reader thinks otherwise than the record: it stays so when the draft is read again. */
  const [turned, setTurned] = useState<ReadonlySet<string>>(new Set())
  const isTaken = (one: AgendaSuggestion) => one.is_recommended !== turned.has(one.key)
  const taken = draft.items.filter(isTaken)
  const take = useMutation({
    mutationFn: () =>
      takeAgendaDraft({ path: { meeting_id: meetingId }, body: { take: taken.map(({ key }) => key) } }),
    onSuccess: onClose,
    onError: onGone,
  })
  const turn = (key: string) => {
    const keys = new Set(turned)
    if (!keys.delete(key)) keys.add(key)
    setTurned(keys)
  }
  const rows = (items: AgendaSuggestion[]) => (
    <ul className={classes.list}>
      {items.map((one) => (
        <Suggestion key={one.key} suggestion={one} isTaken={isTaken(one)} onTurn={() => turn(one.key)} />
      ))}
    </ul>
  )
  const others = draft.items.filter((one) => !one.is_recommended)
  const done = taken.reduce((sum, { minutes }) => sum + minutes, draft.accepted_minutes)
  const whole = draft.duration_minutes
  return (
    <>
      <p className={classes.help}>{t('draft.help')}</p>
      {rows(draft.items.filter((one) => one.is_recommended))}
      {others.length > 0 && (
        <details className={classes.others}>
          <summary>{t('draft.others', { count: others.length })}</summary>
          {rows(others)}
        </details>
      )}
      {take.error && (
        <p role="alert" className={classes.failure}>
          {problemMessage(take.error, tCommon)}
        </p>
      )}
      <div className={classes.foot}>
        <span className={classes.total} aria-live="polite">
          {t('agenda.total', { done, count: whole })}
          {done > whole && <StatusBadge tone="soon">{t('agenda.over', { count: done - whole })}</StatusBadge>}
        </span>
        <Group gap="xs">
          <Button onClick={onClose}>{t('common:action.cancel')}</Button>
          <Button
            variant="filled"
            disabled={taken.length === 0}
            loading={take.isPending}
            onClick={() => take.mutate()}
          >
            {t('draft.take')}
          </Button>
        </Group>
      </div>
    </>
  )
}

interface SuggestionProps {
  suggestion: AgendaSuggestion
  isTaken: boolean
  onTurn: () => void
}

function Suggestion({ suggestion, isTaken, onTurn }: SuggestionProps) {
  const { t } = useTranslation('meetings')
  return (
    <li className={classes.row}>
      <Checkbox
        className={classes.choice}
        checked={isTaken}
        onChange={onTurn}
        label={<bdi>{suggestion.title}</bdi>}
        description={<Why suggestion={suggestion} />}
      />
      <span className={classes.minutes}>{t('agenda.shortMinutes', { count: suggestion.minutes })}</span>
    </li>
  )
}

function Why({ suggestion: { why } }: { suggestion: AgendaSuggestion }) {
  const { t } = useTranslation('meetings')
  const format = useFormat()
  const late = why.late_count > 0 && t('draft.late', { count: why.late_count })
  const told = t(`draft.why.${why.code}`, {
    champions: format.list(why.champions.map(({ name }) => name)),
    count: why.count,
    meeting: isolated(why.meeting_title),
    date: why.meeting_starts_at ? format.date(why.meeting_starts_at) : '',
  })
  return <>{[told, late].filter(Boolean).join(' · ')}</>
}

/** A title keeps its own direction within a sentence of another. */
const isolated = (title: string) => `\u2068${title}\u2069`

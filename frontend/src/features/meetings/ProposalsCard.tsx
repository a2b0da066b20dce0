import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import {
  acceptAgendaProposal,
  reopenAgendaProposal,
  supportAgendaProposal,
  withdrawAgendaProposalSupport,
} from '@/api/generated/sdk.gen'
import { Card } from '@/components/Card'
import { Row, RowList } from '@/components/Row'
import { StatusBadge } from '@/components/StatusBadge'
import { problemMessage } from '@/forms/problemMessage'
import { useFormat } from '@/i18n/useFormat'
import { AgendaItemMenu } from './AgendaItemMenu'
import { ItemDecisionDialog } from './ItemDecisionDialog'
import { ItemMatter } from './ItemMatter'
import { ItemParts } from './ItemParts'
import type { AgendaItem, Meeting } from './meetingQuery'
import classes from './ProposalsCard.module.css'

/** Proposals that wait for the co-chairs, and below them, folded, what was declined or withdrawn. */
export function ProposalsCard({ meeting }: { meeting: Meeting }) {
  const { t } = useTranslation('meetings')
  const [said, setSaid] = useState('')
  const status = useRef<HTMLParagraphElement>(null)
  const open = meeting.agenda_items
    .filter((item) => item.status === 'proposed')
    .sort((one, other) => other.supporters.length - one.supporters.length)
  const past = meeting.agenda_items.filter((item) => item.status !== 'accepted' && item.status !== 'proposed')
  const decides = meeting.actions.includes('order-agenda')

  /** The row that was decided on is gone: its place in the reading order is taken by what became of it. */
  const tell = (sentence: string) => {
    setSaid(sentence)
    status.current?.focus()
  }

  return (
    <Card
      title={t(decides ? 'proposals.title' : 'proposals.titleOpen')}
      action={
        open.length > 0 && (
          <StatusBadge tone="soon">{t('proposals.open', { count: open.length })}</StatusBadge>
        )
      }
    >
      <p ref={status} role="status" tabIndex={-1} className={classes.said}>
        {said}
      </p>
      {open.length === 0 && <p className={classes.none}>{t('proposals.none')}</p>}
      <RowList>
        {open.map((item) => (
          <Proposal key={item.id} meeting={meeting} item={item} onDecided={tell} />
        ))}
      </RowList>
      {past.length > 0 && (
        <details className={classes.past}>
          <summary>{t('proposals.past', { count: past.length })}</summary>
          <RowList>
            {past.map((item) => (
              <PastProposal key={item.id} meeting={meeting} item={item} />
            ))}
          </RowList>
        </details>
      )}
    </Card>
  )
}

interface ProposalProps {
  meeting: Meeting
  item: AgendaItem
  onDecided: (sentence: string) => void
}

function Proposal({ meeting, item, onDecided }: ProposalProps) {
  const { t } = useTranslation('meetings')
  const { t: tCommon } = useTranslation()
  const format = useFormat()
  const [isDeclining, setDeclining] = useState(false)
  const accept = useMutation({
    mutationFn: () => acceptAgendaProposal({ path: { meeting_id: meeting.id, item_id: item.id } }),
    onSuccess: () => onDecided(t('proposals.accepted', { title: item.title })),
  })
  const minutes = meeting.accepted_minutes + item.minutes
  const total = meeting.duration_minutes
  const context = [
    format.list([
      item.proposed_by?.name ?? t('proposals.coChairs'),
      ...item.co_proposers.map(({ name }) => name),
    ]),
    t('agenda.shortMinutes', { count: item.minutes }),
    minutes > total && t('proposals.wouldMake', { minutes, total }),
  ]
  return (
    <Row
      title={item.title}
      context={context.filter(Boolean).join(' · ')}
      aside={
        <>
          {item.actions.includes('decline') && (
            <Button
              aria-label={t('proposals.declineLabel', { title: item.title })}
              onClick={() => setDeclining(true)}
            >
              {t('proposals.decline')}
            </Button>
          )}
          {item.actions.includes('accept') && (
            <Button
              aria-label={t('proposals.acceptLabel', { title: item.title })}
              loading={accept.isPending}
              onClick={() => accept.mutate()}
            >
              {t('proposals.accept')}
            </Button>
          )}
          <AgendaItemMenu meeting={meeting} item={item} onDecided={onDecided} />
          <ItemDecisionDialog
            item={item}
            verb={isDeclining ? 'decline' : null}
            onClose={() => setDeclining(false)}
            onDone={() => onDecided(t('proposals.wasDeclined', { title: item.title }))}
          />
        </>
      }
    >
      <ItemMatter item={item} isWhole />
      <ItemParts item={item} />
      <Support item={item} />
      {accept.error && (
        <p role="alert" className={classes.failure}>
          {t('proposals.failed', { problem: problemMessage(accept.error, tCommon) })}
        </p>
      )}
    </Row>
  )
}

/** To whom a proposal matters, and the reader's own word on it. */
function Support({ item }: { item: AgendaItem }) {
  const { t } = useTranslation('meetings')
  const format = useFormat()
  const path = { meeting_id: item.meeting_id, item_id: item.id }
  const toggle = useMutation({
    mutationFn: async () => {
      await (item.actions.includes('support')
        ? supportAgendaProposal({ path })
        : withdrawAgendaProposalSupport({ path }))
    },
  })
  const names = format.list(item.supporters.map(({ champion }) => champion.name))
  const verb = ['support', 'withdraw-support'].find((one) => item.actions.includes(one))
  if (!names && !verb) return null
  return (
    <div className={classes.support}>
      {names && <span>{t('proposals.mattersTo', { champions: names })}</span>}
      {verb && (
        <Button
          size="xs"
          variant="subtle"
          aria-pressed={verb === 'withdraw-support'}
          aria-label={t('proposals.mattersLabel', { title: item.title })}
          loading={toggle.isPending}
          onClick={() => toggle.mutate()}
        >
          {t(verb === 'support' ? 'proposals.matters' : 'proposals.mattersNot')}
        </Button>
      )}
    </div>
  )
}

function PastProposal({ meeting, item }: { meeting: Meeting; item: AgendaItem }) {
  const { t } = useTranslation('meetings')
  const reopen = useMutation({
    mutationFn: () => reopenAgendaProposal({ path: { meeting_id: item.meeting_id, item_id: item.id } }),
  })
  const whole = meeting.agenda_items.find(({ id }) => id === item.merged_into_id)
  return (
    <Row
      title={item.title}
      context={
        item.status === 'declined'
          ? t('proposals.declined', { reason: item.decision_reason })
          : item.status === 'merged'
            ? t('proposals.merged', { title: whole?.title ?? '' })
            : [t('proposals.withdrawn'), item.decision_reason].filter(Boolean).join(': ')
      }
      aside={
        item.actions.includes('reopen') && (
          <Button size="xs" loading={reopen.isPending} onClick={() => reopen.mutate()}>
            {t('proposals.reopen')}
          </Button>
        )
      }
    >
      <div className={classes.by}>{item.proposed_by?.name}</div>
    </Row>
  )
}

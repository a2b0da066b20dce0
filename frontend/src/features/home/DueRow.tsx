import { useTranslation } from 'react-i18next'
import type { DueItem } from '@/api/generated/types.gen'
import { Deadline } from '@/components/Deadline'
import { DueBadge } from '@/components/DueBadge'
import { Row } from '@/components/Row'
import { StatusBadge, type Tone } from '@/components/StatusBadge'
import { TextLink } from '@/components/TextLink'
import { isolated } from '@/i18n/isolated'
import { useFormat } from '@/i18n/useFormat'
import { pathOfDue } from './recordPath'
import { sentence } from './sentence'

/** The badge of what has no day. */
const TONES = {
  practice_draft: 'quiet',
  practice_changes_requested: 'soon',
  practice_to_advise: 'soon',
  practice_submitted: 'active',
  practice_under_review: 'active',
  practice_to_publish: 'done',
  activity_partners_to_answer: 'soon',
  activity_to_report: 'soon',
  contact_to_follow_up: 'soon',
  consultation_to_conclude: 'soon',
  date_poll_to_decide: 'soon',
  corrections_to_decide: 'soon',
  workplan_item_without_update: 'soon',
  pledge_to_confirm: 'soon',
  pledge_to_report: 'soon',
} as const satisfies Partial<Record<DueItem['kind'], Tone>>

const hasNoDay = (kind: string): kind is keyof typeof TONES => kind in TONES

interface Props {
  item: DueItem
  /** Whose things need not be said to be theirs. */
  ownChampion: string | undefined
}

/** One thing that waits, as a sentence, with its circumstances and how urgent it is. */
export function DueRow({ item, ownChampion }: Props) {
  const { t } = useTranslation('home')
  const due = item.due_at ?? item.due_on
  return (
    <Row
      title={
        <TextLink look="title" to={pathOfDue(item)}>
          <Sentence item={item} />
        </TextLink>
      }
      context={<Context item={item} ownChampion={ownChampion} />}
      aside={
        hasNoDay(item.kind) ? (
          <StatusBadge tone={TONES[item.kind]}>{t(`due.badge.${item.kind}`)}</StatusBadge>
        ) : (
          due && <DueBadge on={due} />
        )
      }
    />
  )
}

function Sentence({ item }: { item: DueItem }) {
  const { t } = useTranslation('home')
  const title = isolated(item.title)
  if (item.kind === 'agenda_proposals_to_decide' || item.kind === 'corrections_to_decide') {
    return <>{t(`due.${item.kind}`, { count: item.count ?? 0 })}</>
  }
  if (item.kind === 'activity_partners_to_answer') {
    return <>{t(`due.${item.kind}`, { count: item.count ?? 0, champion: item.champion?.name, title })}</>
  }
  if (item.kind === 'action_item_due') {
    return <>{t(item.days_late > 0 ? 'due.action_item_late' : 'due.action_item_due', { title })}</>
  }
  if (item.kind === 'workplan_item_due') {
    return <>{t(item.days_late > 0 ? 'due.workplan_item_late' : 'due.workplan_item_due', { title })}</>
  }
  return <>{t(`due.${item.kind}`, { title })}</>
}

function Context({ item, ownChampion }: Props) {
  const { t } = useTranslation('home')
  const format = useFormat()
  const day = item.due_on && format.weekday(item.due_on)
  const owner = item.champion && item.champion.id !== ownChampion ? item.champion.name : null
  switch (item.kind) {
    case 'agenda_proposals_to_decide':
    case 'agenda_open_for_proposals':
      return (
        <>
          {item.title} · {t('due.proposalsClose')} {item.due_at && <Deadline at={item.due_at} />}
        </>
      )
    case 'consultation_to_answer':
    case 'date_poll_to_answer':
      return (
        <>
          {t('due.answersClose')} {item.due_at && <Deadline at={item.due_at} />}
        </>
      )
    case 'silence_to_speak':
    case 'statement_to_sign':
      return (
        <>
          {t(item.kind === 'silence_to_speak' ? 'due.silenceEnds' : 'due.signOnEnds')}{' '}
          {item.due_at && <Deadline at={item.due_at} />}
        </>
      )
    case 'minutes_to_check':
      return (
        <>
          {item.title} · {t('due.correctionsClose')} {item.due_at && <Deadline at={item.due_at} />}
        </>
      )
    case 'corrections_to_decide':
      return (
        <>
          {item.title} · {item.since && t('due.since.corrections_to_decide', { ago: format.ago(item.since) })}
        </>
      )
    case 'action_item_due':
      return <>{sentence([owner, day && t('due.dueOn', { day })])}</>
    case 'process_deadline_due':
      return <>{item.due_at ? <Deadline at={item.due_at} /> : day}</>
    case 'meeting_to_prepare':
    case 'meeting_to_conclude':
    case 'invitation_to_answer':
      return (
        <>
          {item.title} · {item.due_at && <Deadline at={item.due_at} />}
        </>
      )
    case 'workplan_item_due':
    case 'workplan_item_without_update':
      return (
        <>
          {sentence([
            owner && t('due.lead', { champion: owner }),
            day && t('due.dueOn', { day }),
            item.since ? t('due.lastUpdate', { ago: format.ago(item.since) }) : t('due.noUpdate'),
          ])}
        </>
      )
    case 'workplan_update_asked':
      return (
        <>
          {t('due.beforeMeeting')} {item.due_at && <Deadline at={item.due_at} />}
        </>
      )
    case 'activity_partners_to_answer':
      return <>{item.since && t(`due.since.${item.kind}`, { ago: format.ago(item.since) })}</>
    case 'activity_soon':
      return <>{day && t('due.begins', { day })}</>
    case 'term_without_successor':
    case 'quarter_without_meeting':
      return <>{t(`due.why.${item.kind}`, { day })}</>
    default:
      return (
        <>{sentence([owner, item.since && t(`due.since.${item.kind}`, { ago: format.ago(item.since) })])}</>
      )
  }
}

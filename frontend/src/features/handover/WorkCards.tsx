import { useTranslation } from 'react-i18next'
import type { BriefAction, BriefWorkplanItem } from '@/api/generated/types.gen'
import { DueBadge } from '@/components/DueBadge'
import { Row } from '@/components/Row'
import { TextLink } from '@/components/TextLink'
import { useFormat } from '@/i18n/useFormat'
import { Section } from './Section'

/** Action items that the next pair finds open. */
export function ActionsCard({ actions }: { actions: readonly BriefAction[] }) {
  const { t } = useTranslation('handover')
  return (
    <Section title={t('section.actions')} empty={t('empty.actions')} items={actions}>
      {(action) => (
        <Row
          key={action.id}
          title={<bdi>{action.title}</bdi>}
          context={
            <>
              {action.owner?.name ?? t('secretariat')}
              {action.meeting && (
                <>
                  {' · '}
                  <TextLink to="/meetings/$meetingId" params={{ meetingId: action.meeting.id }}>
                    <bdi>{action.meeting.title}</bdi>
                  </TextLink>
                </>
              )}
            </>
          }
          aside={action.due_on && <DueBadge on={action.due_on} />}
        />
      )}
    </Section>
  )
}

interface WorkplanProps {
  title: string
  empty: string
  items: readonly BriefWorkplanItem[]
}

/** Unfinished workplan items by their due date. */
export function WorkplanCard({ title, empty, items }: WorkplanProps) {
  const { t } = useTranslation(['handover', 'workplan'])
  const format = useFormat()
  return (
    <Section title={title} empty={empty} items={items}>
      {(item) => (
        <Row
          key={item.id}
          title={
            <TextLink look="title" to="/workplan/$itemId" params={{ itemId: item.id }}>
              <bdi>{item.title}</bdi>
            </TextLink>
          }
          context={`${item.lead?.name ?? t('coChairs')} · ${t(`workplan:status.${item.status}`)} · ${format.date(item.due_on)}`}
          aside={<DueBadge on={item.due_on} />}
        />
      )}
    </Section>
  )
}

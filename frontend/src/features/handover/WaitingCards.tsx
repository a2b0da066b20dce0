import { useTranslation } from 'react-i18next'
import type { BriefConsultation, BriefPractice, BriefProposal } from '@/api/generated/types.gen'
import { Deadline } from '@/components/Deadline'
import { Row } from '@/components/Row'
import { StatusBadge } from '@/components/StatusBadge'
import { TextLink } from '@/components/TextLink'
import { Section } from './Section'

export function ConsultationsCard({ consultations }: { consultations: readonly BriefConsultation[] }) {
  const { t } = useTranslation('handover')
  return (
    <Section title={t('section.consultations')} empty={t('empty.consultations')} items={consultations}>
      {({ id, title, status, deadline_at, tally }) => (
        <Row
          key={id}
          title={
            <TextLink look="title" to="/consultations/$consultationId" params={{ consultationId: id }}>
              <bdi>{title}</bdi>
            </TextLink>
          }
          context={<Deadline at={deadline_at} />}
          aside={
            <StatusBadge tone={status === 'open' ? 'active' : 'soon'}>
              {t('answered', { given: tally.champions - tally.silent, total: tally.champions })}
            </StatusBadge>
          }
        />
      )}
    </Section>
  )
}

export function ProposalsCard({ proposals }: { proposals: readonly BriefProposal[] }) {
  const { t } = useTranslation('handover')
  return (
    <Section title={t('section.proposals')} empty={t('empty.proposals')} items={proposals}>
      {(proposal) => (
        <Row
          key={proposal.id}
          title={<bdi>{proposal.title}</bdi>}
          context={
            <>
              {proposal.proposed_by?.name ?? t('coChairs')} ·{' '}
              <TextLink to="/meetings/$meetingId" params={{ meetingId: proposal.meeting.id }}>
                <bdi>{proposal.meeting.title}</bdi>
              </TextLink>
            </>
          }
        />
      )}
    </Section>
  )
}

export function PracticesCard({ practices }: { practices: readonly BriefPractice[] }) {
  const { t } = useTranslation(['handover', 'practices'])
  return (
    <Section title={t('section.practices')} empty={t('empty.practices')} items={practices}>
      {(practice) => (
        <Row
          key={practice.id}
          title={<bdi>{practice.title}</bdi>}
          context={practice.champion.name}
          aside={<StatusBadge tone="active">{t(`practices:status.${practice.status}`)}</StatusBadge>}
        />
      )}
    </Section>
  )
}

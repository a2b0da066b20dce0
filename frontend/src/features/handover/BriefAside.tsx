import { useTranslation } from 'react-i18next'
import type { BriefDate, Contact } from '@/api/generated/types.gen'
import { Deadline } from '@/components/Deadline'
import { ExternalLink } from '@/components/ExternalLink'
import { Row } from '@/components/Row'
import { inOneLine } from '@/i18n/isolated'
import { useFormat } from '@/i18n/useFormat'
import { Section } from './Section'

/** What lies ahead, the nearest first. */
export function DatesCard({ dates }: { dates: readonly BriefDate[] }) {
  const { t } = useTranslation('handover')
  const format = useFormat()
  return (
    <Section title={t('section.dates')} empty={t('empty.dates')} items={dates}>
      {(date) => (
        <Row
          key={`${date.kind} ${date.id}`}
          title={t(`date.${date.kind}`, { title: date.title })}
          context={date.at ? <Deadline at={date.at} /> : format.date(date.on)}
        />
      )}
    </Section>
  )
}

/** Whom to turn to: both pairs and the secretariat. */
export function ContactsCard({ contacts }: { contacts: readonly Contact[] }) {
  const { t } = useTranslation('handover')
  return (
    <Section title={t('section.contacts')} empty={t('empty.contacts')} items={contacts}>
      {(person) => (
        <Row
          key={person.id}
          title={<bdi>{person.name}</bdi>}
          context={inOneLine([
            person.job_title,
            person.champion?.name ?? t('secretariat'),
            person.duty_station && t(`station.${person.duty_station}`),
          ])}
        >
          <div>
            <ExternalLink href={`mailto:${person.email}`}>{person.email}</ExternalLink>
          </div>
          {person.phone && <bdi>{person.phone}</bdi>}
        </Row>
      )}
    </Section>
  )
}

import { useTranslation } from 'react-i18next'
import type { FocalPoint } from '@/api/generated/types.gen'
import { Card } from '@/components/Card'
import { EmptyState } from '@/components/EmptyState'
import { ExternalLink } from '@/components/ExternalLink'
import { DemonstrationMark } from '@/components/Mark'
import { Row, RowList } from '@/components/Row'
import { StatusBadge } from '@/components/StatusBadge'

/** Whom to write to; for members only. */
export function FocalPoints({ people }: { people: FocalPoint[] }) {
  const { t } = useTranslation('champions')
  return (
    <Card title={t('people.title')}>
      {people.length === 0 && <EmptyState title={t('people.empty')} />}
      <RowList>
        {people.map((person) => (
          <Row
            key={person.id}
            title={<bdi>{person.name}</bdi>}
            context={
              <>
                {[person.job_title, person.duty_station && t(`people.${person.duty_station}`)]
                  .filter(Boolean)
                  .join(' · ')}{' '}
                {person.is_demonstration && <DemonstrationMark />}
                <br />
                <ExternalLink href={`mailto:${person.email}`}>
                  <bdi>{person.email}</bdi>
                </ExternalLink>
              </>
            }
            aside={person.is_lead && <StatusBadge tone="quiet">{t('people.lead')}</StatusBadge>}
          />
        ))}
      </RowList>
    </Card>
  )
}

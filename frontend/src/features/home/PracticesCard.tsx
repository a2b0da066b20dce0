import { useTranslation } from 'react-i18next'
import type { OverviewPractice } from '@/api/generated/types.gen'
import { Card } from '@/components/Card'
import { EmptyState } from '@/components/EmptyState'
import { DemonstrationMark } from '@/components/Mark'
import { ObjectiveChips } from '@/components/ObjectiveChips'
import { Row, RowList } from '@/components/Row'
import { TextLink } from '@/components/TextLink'
import { useFormat } from '@/i18n/useFormat'

/** The latest published practices. */
export function PracticesCard({ practices }: { practices: readonly OverviewPractice[] }) {
  const { t } = useTranslation('home')
  const format = useFormat()
  return (
    <Card
      title={t('practices.title')}
      action={<TextLink to={'/practices' as string}>{t('practices.all')}</TextLink>}
    >
      {practices.length === 0 ? (
        <EmptyState title={t('practices.empty')} />
      ) : (
        <RowList>
          {practices.map((practice) => (
            <Row
              key={practice.id}
              look="matter"
              title={
                <TextLink look="title" to={`/practices/${practice.id}` as string}>
                  <bdi lang={practice.language}>{practice.title}</bdi>
                </TextLink>
              }
              context={`${practice.champion.name} · ${t('practices.published', { date: format.date(practice.published_at) })}`}
              aside={practice.is_demonstration && <DemonstrationMark />}
            >
              <ObjectiveChips numbers={practice.objectives} />
            </Row>
          ))}
        </RowList>
      )}
    </Card>
  )
}

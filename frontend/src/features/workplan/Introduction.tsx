import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Card, CardBody } from '@/components/Card'
import { Prose } from '@/components/Prose'
import { workplanQuery } from './workplanQueries'

/** What the plan is for, where somebody has written it down. */
export function Introduction({ planId }: { planId: string }) {
  const { t } = useTranslation('workplan')
  const text = useQuery(workplanQuery(planId)).data?.data.introduction
  if (!text) return null
  return (
    <Card title={t('plan.introduction')}>
      <CardBody>
        <Prose>{text}</Prose>
      </CardBody>
    </Card>
  )
}

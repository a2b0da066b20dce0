import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { WorkplanSummary } from '@/api/generated/types.gen'
import { DemonstrationMark } from '@/components/Mark'
import { PageHeader } from '@/components/PageHeader'
import { TextLink } from '@/components/TextLink'
import { useFormat } from '@/i18n/useFormat'
import { PlanActions } from './PlanActions'
import { PlanSwitch } from './PlanSwitch'
import { joined } from './useItemWords'
import { workplanQuery } from './workplanQueries'

interface Props {
  plan: WorkplanSummary
  plans: readonly WorkplanSummary[]
}

/** "Adopted 12 March 2026 · 20 items · 8 done, 2 at risk, 1 overdue" */
export function PlanHeader({ plan, plans }: Props) {
  return (
    <PageHeader
      title={plan.title}
      summary={
        <>
          {useStanding(plan)} {plan.is_demonstration && <DemonstrationMark />}
          <Adoption planId={plan.id} />
        </>
      }
      action={
        <>
          {plans.length > 1 && <PlanSwitch plan={plan} plans={plans} />}
          <PlanActions plan={plan} />
        </>
      }
    />
  )
}

/** "At Quarterly technical meeting, by decision 2: The workplan is adopted." where that is recorded. */
function Adoption({ planId }: { planId: string }) {
  const { t } = useTranslation('workplan')
  const plan = useQuery(workplanQuery(planId)).data?.data
  if (!plan?.adopted_at) return null
  const decision = plan.adoption_decision
  return (
    <div>
      <TextLink to="/meetings/$meetingId/minutes" params={{ meetingId: plan.adopted_at.id }}>
        {t('stands.atMeeting', { meeting: plan.adopted_at.title })}
      </TextLink>
      {decision && ` ${t('stands.byDecision', { number: decision.number, text: decision.text })}`}
    </div>
  )
}

export function useStanding({ status, adopted_on, progress }: WorkplanSummary): string {
  const { t } = useTranslation('workplan')
  const format = useFormat()
  const standing =
    status === 'adopted' && adopted_on
      ? t('stands.adopted', { date: format.date(adopted_on) })
      : t(status === 'closed' ? 'stands.closed' : 'stands.draft')
  const counts = [
    progress.done > 0 && t('stands.done', { count: progress.done }),
    progress.at_risk > 0 && t('stands.atRisk', { count: progress.at_risk }),
    progress.delayed > 0 && t('stands.delayed', { count: progress.delayed }),
    progress.overdue > 0 && t('stands.overdue', { count: progress.overdue }),
  ]
    .filter((count) => count !== false)
    .join(t('stands.comma'))
  return joined(standing, t('stands.items', { count: progress.items }), counts)
}

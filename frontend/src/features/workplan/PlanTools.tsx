import { Button, Group, Menu } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { download } from '@/api/download'
import type { WorkplanSummary } from '@/api/generated/types.gen'
import { ButtonLink } from '@/components/ButtonLink'
import { problemMessage } from '@/forms/problemMessage'

const FORMS = ['xlsx', 'csv'] as const

/** The plan at meetings, and the plan as a spreadsheet. */
export function PlanTools({ plan }: { plan: WorkplanSummary }) {
  const { t } = useTranslation('workplan')
  const { t: tCommon } = useTranslation()
  const navigate = useNavigate()
  const take = useMutation({
    mutationFn: (form: (typeof FORMS)[number]) =>
      download(`/workplans/${plan.id}/export?format=${form}`, `${plan.title}.${form}`),
    meta: { refreshesQueries: false },
  })

  return (
    <Group gap="xs">
      <ButtonLink to="/workplan/plans/$workplanId/review" params={{ workplanId: plan.id }} search={{}}>
        {t('review.title')}
      </ButtonLink>
      <ButtonLink to="/workplan/summary" search={{ workplan: plan.id }}>
        {t('summary.title')}
      </ButtonLink>
      <Menu>
        <Menu.Target>
          <Button loading={take.isPending}>{t('sheet.menu')}</Button>
        </Menu.Target>
        <Menu.Dropdown>
          {FORMS.map((form) => (
            <Menu.Item key={form} onClick={() => take.mutate(form)}>
              {t(`sheet.${form}`)}
            </Menu.Item>
          ))}
          {plan.actions.includes('change') && (
            <Menu.Item
              onClick={() =>
                navigate({ to: '/workplan/plans/$workplanId/import', params: { workplanId: plan.id } })
              }
            >
              {t('sheet.import')}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      {take.error && <p role="alert">{problemMessage(take.error, tCommon)}</p>}
    </Group>
  )
}

import { Button, Menu } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import type { WorkplanSummary } from '@/api/generated/types.gen'
import { useFormat } from '@/i18n/useFormat'
import classes from './PlanSwitch.module.css'

interface Props {
  plan: WorkplanSummary
  plans: readonly WorkplanSummary[]
}

/** The other workplans, with their periods. */
export function PlanSwitch({ plan, plans }: Props) {
  const { t } = useTranslation('workplan')
  const format = useFormat()
  const navigate = useNavigate()

  return (
    <Menu>
      <Menu.Target>
        <Button rightSection={<IconChevronDown size={15} stroke={1.75} aria-hidden />}>
          {t('plan.switch')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {plans
          .filter((other) => other.id !== plan.id)
          .map((other) => (
            <Menu.Item
              key={other.id}
              onClick={() => navigate({ to: '/workplan', search: { workplan: other.id } })}
            >
              {other.title}
              <div className={classes.period}>
                {t('plan.period', {
                  period: format.dateRange(other.starts_on, other.ends_on),
                  status: t(`plan.status.${other.status}`),
                })}
              </div>
            </Menu.Item>
          ))}
      </Menu.Dropdown>
    </Menu>
  )
}

import { Button, Menu } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { closeWorkplan, deleteWorkplan, reopenWorkplan } from '@/api/generated/sdk.gen'
import type { WorkplanSummary } from '@/api/generated/types.gen'
import { ifMatch } from '@/api/record'
import { ButtonLink } from '@/components/ButtonLink'
import { ConfirmDialog } from '@/components/ConfirmDialog'
import { MoreMenu } from '@/components/MoreMenu'
import { AdoptDialog } from './AdoptDialog'
import { RollOverDialog } from './RollOverDialog'

type Asked = 'adopt' | 'close' | 'reopen' | 'delete' | 'roll-over'

/** What this person may do with the plan: one primary button, the rest in a menu. */
export function PlanActions({ plan }: { plan: WorkplanSummary }) {
  const { t } = useTranslation(['workplan', 'common'])
  const navigate = useNavigate()
  const [asked, setAsked] = useState<Asked | null>(null)
  const may = (verb: string) => plan.actions.includes(verb)
  const mayAdoptNow = may('adopt') && plan.progress.items > 0

  const path = { workplan_id: plan.id }
  const headers = ifMatch(`"${plan.revision}"`)
  const close = useMutation({
    mutationFn: (reason: string) => closeWorkplan({ path, headers, body: reason ? { reason } : {} }),
  })
  const reopen = useMutation({
    mutationFn: (reason: string) => reopenWorkplan({ path, headers, body: { reason } }),
  })
  const remove = useMutation({
    mutationFn: () => deleteWorkplan({ path, headers }),
    onSuccess: () => navigate({ to: '/workplan', search: {} }),
  })

  if (plan.actions.length === 0) return null
  const named = { title: plan.title }
  const done = () => setAsked(null)

  return (
    <>
      {may('add-item') && (
        <ButtonLink
          to="/workplan/new"
          search={{ workplan: plan.id }}
          variant={mayAdoptNow ? 'default' : 'filled'}
        >
          {t('item.add')}
        </ButtonLink>
      )}
      {mayAdoptNow && (
        <Button variant="filled" onClick={() => setAsked('adopt')}>
          {t('plan.adopt')}
        </Button>
      )}
      <MoreMenu label={t('plan.more')}>
        {may('change') && (
          <Menu.Item
            onClick={() =>
              navigate({ to: '/workplan/plans/$workplanId/edit', params: { workplanId: plan.id } })
            }
          >
            {t('plan.edit')}
          </Menu.Item>
        )}
        {may('adopt') && !mayAdoptNow && (
          <Menu.Item onClick={() => setAsked('adopt')}>{t('plan.adopt')}</Menu.Item>
        )}
        {may('roll-over') && (
          <Menu.Item onClick={() => setAsked('roll-over')}>{t('plan.rollOver')}</Menu.Item>
        )}
        {may('reopen') && <Menu.Item onClick={() => setAsked('reopen')}>{t('plan.reopen')}</Menu.Item>}
        {may('close') && <Menu.Item onClick={() => setAsked('close')}>{t('plan.close')}</Menu.Item>}
        {may('delete') && (
          <Menu.Item color="red" onClick={() => setAsked('delete')}>
            {t('common:action.delete')}
          </Menu.Item>
        )}
        <Menu.Divider />
        <Menu.Item onClick={() => navigate({ to: '/workplan/plans/new' })}>{t('plan.new')}</Menu.Item>
      </MoreMenu>
      {asked === 'adopt' && <AdoptDialog plan={plan} onClose={done} />}
      {asked === 'roll-over' && <RollOverDialog plan={plan} onClose={done} />}
      <ConfirmDialog
        opened={asked === 'close'}
        onClose={done}
        title={t('plan.closeTitle', named)}
        confirmLabel={t('plan.close')}
        reason={plan.status === 'draft' ? 'required' : 'optional'}
        onConfirm={(reason) => close.mutateAsync(reason)}
      >
        {t('plan.closeWhat')}
      </ConfirmDialog>
      <ConfirmDialog
        opened={asked === 'reopen'}
        onClose={done}
        title={t('plan.reopenTitle', named)}
        confirmLabel={t('plan.reopen')}
        reason="required"
        onConfirm={(reason) => reopen.mutateAsync(reason)}
      >
        {t('plan.reopenWhat')}
      </ConfirmDialog>
      <ConfirmDialog
        opened={asked === 'delete'}
        onClose={done}
        title={t('plan.deleteTitle', named)}
        confirmLabel={t('common:action.delete')}
        tone="danger"
        onConfirm={() => remove.mutateAsync()}
      >
        {t('plan.deleteWhat')}
      </ConfirmDialog>
    </>
  )
}

import { Button, Menu } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import {
  completeActionItem,
  deleteActionItem,
  dropActionItem,
  reopenActionItem,
} from '@/api/generated/sdk.gen'
import { ifMatch } from '@/api/record'
import { ConfirmDialog } from '@/components/ConfirmDialog'
import { MoreMenu } from '@/components/MoreMenu'
import type { ActionItem } from './actionItemQuery'

const STEPS = { complete: completeActionItem, drop: dropActionItem, reopen: reopenActionItem }
type Asked = keyof typeof STEPS | 'delete'
const IN_MENU = ['drop', 'reopen', 'delete'] as const

/** "Done" as the one primary button; what the co-chairs may do beside it is behind a menu. */
export function ActionItemSteps({ item, etag }: { item: ActionItem; etag: string }) {
  const { t } = useTranslation(['actionitems', 'common'])
  const navigate = useNavigate()
  const [asked, setAsked] = useState<Asked | null>(null)
  const path = { action_item_id: item.id }
  const take = useMutation({
    mutationFn: async ({ verb, reason }: { verb: Asked; reason: string }) => {
      if (verb !== 'delete') return STEPS[verb]({ path, body: { reason: reason || null } })
      await deleteActionItem({ path, headers: ifMatch(etag) })
      return navigate({ to: '/action-items' })
    },
  })
  const may = (verb: Asked) => item.actions.includes(verb)
  const inMenu = IN_MENU.filter(may)
  return (
    <>
      {inMenu.length > 0 && (
        <MoreMenu label={t('more')}>
          {inMenu.map((verb) => (
            <Menu.Item key={verb} onClick={() => setAsked(verb)} {...(verb === 'delete' && { color: 'red' })}>
              {t(`step.${verb}`)}
            </Menu.Item>
          ))}
        </MoreMenu>
      )}
      {may('complete') && (
        <Button variant="filled" onClick={() => setAsked('complete')}>
          {t('complete')}
        </Button>
      )}
      {asked && (
        <ConfirmDialog
          opened
          onClose={() => setAsked(null)}
          title={t(`step.${asked}`)}
          confirmLabel={t(`step.${asked}`)}
          tone={asked === 'delete' ? 'danger' : 'plain'}
          reason={asked === 'delete' ? 'none' : asked === 'complete' ? 'optional' : 'required'}
          onConfirm={(reason) => take.mutateAsync({ verb: asked, reason })}
        >
          {t(`explain.${asked}`)}
        </ConfirmDialog>
      )}
    </>
  )
}

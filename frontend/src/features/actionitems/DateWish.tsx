import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { changeActionItem, keepActionItemDate } from '@/api/generated/sdk.gen'
import { ifMatch } from '@/api/record'
import { Card, CardBody } from '@/components/Card'
import { ConfirmDialog } from '@/components/ConfirmDialog'
import { useFormat } from '@/i18n/useFormat'
import classes from './ActionItemPage.module.css'
import type { ActionItem } from './actionItemQuery'

/** The new date that the owner asks for, and the answer of the co-chairs: they give it, or say why the date stays. */
export function DateWish({ item, etag }: { item: ActionItem; etag: string }) {
  const { t } = useTranslation('actionitems')
  const format = useFormat()
  const [isKeeping, setKeeping] = useState(false)
  const path = { action_item_id: item.id }
  const give = useMutation({
    mutationFn: () => changeActionItem({ path, body: { due_on: item.asked_due_on }, headers: ifMatch(etag) }),
  })
  const keep = useMutation({ mutationFn: (reason: string) => keepActionItemDate({ path, body: { reason } }) })
  const wished = item.asked_due_on ? format.date(item.asked_due_on) : ''
  return (
    <Card title={t('wish.title')}>
      <CardBody>
        <p className={classes.words}>
          {item.due_on
            ? t('wish.instead', { wished, due: format.date(item.due_on) })
            : t('wish.first', { wished })}
        </p>
        {item.actions.includes('keep-date') ? (
          <div className={classes.buttons}>
            <Button variant="filled" loading={give.isPending} onClick={() => give.mutate()}>
              {t('wish.give')}
            </Button>
            <Button onClick={() => setKeeping(true)}>{t('wish.keep')}</Button>
          </div>
        ) : (
          t('wish.waiting')
        )}
      </CardBody>
      <ConfirmDialog
        opened={isKeeping}
        onClose={() => setKeeping(false)}
        title={t('wish.keep')}
        confirmLabel={t('wish.keep')}
        reason="required"
        onConfirm={(reason) => keep.mutateAsync(reason)}
      >
        {t('wish.keepHelp')}
      </ConfirmDialog>
    </Card>
  )
}

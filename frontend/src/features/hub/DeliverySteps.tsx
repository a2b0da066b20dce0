import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { retryHubDelivery, skipHubDelivery } from '@/api/generated/sdk.gen'
import { ifMatch } from '@/api/record'
import { ConfirmDialog } from '@/components/ConfirmDialog'
import { problemMessage } from '@/forms/problemMessage'
import classes from './Hub.module.css'
import type { DeliveryBody } from './hubQuery'

/** Try again, or do without, with the reason. */
export function DeliverySteps({ delivery, etag }: { delivery: DeliveryBody; etag: string }) {
  const { t } = useTranslation('hub')
  const { t: common } = useTranslation()
  const [isSkipping, setSkipping] = useState(false)
  const request = { path: { delivery_id: delivery.id }, headers: ifMatch(etag) }
  const retry = useMutation({ mutationFn: () => retryHubDelivery(request) })
  const skip = useMutation({
    mutationFn: (reason: string) => skipHubDelivery({ ...request, body: { reason } }),
  })
  return (
    <>
      {delivery.actions.includes('skip') && (
        <Button onClick={() => setSkipping(true)}>{t('skip.button')}</Button>
      )}
      {delivery.actions.includes('retry') && (
        <Button variant="filled" loading={retry.isPending} onClick={() => retry.mutate()}>
          {t('retry')}
        </Button>
      )}
      {retry.error && (
        <p role="alert" className={classes.failure}>
          {problemMessage(retry.error, common)}
        </p>
      )}
      <ConfirmDialog
        opened={isSkipping}
        onClose={() => setSkipping(false)}
        title={t('skip.title')}
        confirmLabel={t('skip.confirm')}
        reason="required"
        onConfirm={(reason) => skip.mutateAsync(reason)}
      >
        {t('skip.text')}
      </ConfirmDialog>
    </>
  )
}

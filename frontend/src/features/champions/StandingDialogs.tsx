import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { deleteChampion, rejoinChampion } from '@/api/generated/sdk.gen'
import { ifMatch, type Versioned } from '@/api/record'
import { ConfirmDialog } from '@/components/ConfirmDialog'
import type { Champion } from './championQuery'

interface Props {
  record: Versioned<Champion>
  opened: boolean
  onClose: () => void
}

export function RejoinDialog({ record, opened, onClose }: Props) {
  const { t } = useTranslation('champions')
  const { data, etag } = record
  const rejoin = useMutation({
    mutationFn: (reason: string) =>
      rejoinChampion({
        path: { champion_id: data.id },
        headers: ifMatch(etag),
        ...(reason && { body: { reason } }),
      }),
  })
  return (
    <ConfirmDialog
      opened={opened}
      onClose={onClose}
      title={t('rejoinDialog.title', { champion: data.name })}
      confirmLabel={t('rejoin')}
      reason="optional"
      onConfirm={(reason) => rejoin.mutateAsync(reason)}
    >
      <p>{t('rejoinDialog.text')}</p>
    </ConfirmDialog>
  )
}

export function RemoveDialog({ record, opened, onClose }: Props) {
  const { t } = useTranslation('champions')
  const navigate = useNavigate()
  const { data, etag } = record
  const remove = useMutation({
    mutationFn: () => deleteChampion({ path: { champion_id: data.id }, headers: ifMatch(etag) }),
    onSuccess: () => navigate({ to: '/champions' }),
  })
  return (
    <ConfirmDialog
      opened={opened}
      onClose={onClose}
      title={t('deleteDialog.title', { champion: data.name })}
      confirmLabel={t('delete')}
      tone="danger"
      onConfirm={() => remove.mutateAsync()}
    >
      <p>{t('deleteDialog.text')}</p>
    </ConfirmDialog>
  )
}

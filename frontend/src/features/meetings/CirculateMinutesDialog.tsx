import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { circulateMeetingMinutes } from '@/api/generated/sdk.gen'
import { ConfirmDialog } from '@/components/ConfirmDialog'
import { DeadlineInput } from '@/time/DeadlineInput'
import type { Meeting } from './meetingQuery'

interface Props {
  meeting: Meeting
  opened: boolean
  onClose: () => void
}

const CORRECTIONS_TAKE_DAYS = 14

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString()

/** Circulates the minutes; a deadline that nobody has moved is the server's own. */
export function CirculateMinutesDialog({ meeting, opened, onClose }: Props) {
  const { t } = useTranslation('meetings')
  const [chosen, setChosen] = useState<string | null>(null)
  const skips = meeting.asks_reason.includes('circulate-minutes')
  const circulate = useMutation({
    mutationFn: (reason: string) =>
      circulateMeetingMinutes({
        path: { meeting_id: meeting.id },
        body: { reason: reason || null, corrections_until: chosen },
      }),
  })
  return (
    <ConfirmDialog
      opened={opened}
      onClose={onClose}
      title={t('step.circulate-minutes')}
      confirmLabel={t('step.circulate-minutes')}
      reason={skips ? 'required' : 'none'}
      onConfirm={(reason) => circulate.mutateAsync(reason)}
    >
      {t('explain.circulate-minutes')} {skips && t('explain.skips')}
      <DeadlineInput
        label={t('correctionsUntil')}
        value={chosen ?? inDays(CORRECTIONS_TAKE_DAYS)}
        onChange={setChosen}
      />
    </ConfirmDialog>
  )
}

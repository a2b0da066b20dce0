import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { download } from '@/api/download'

/** Saves the meeting's entry, for calendars that follow no feed. */
export function CalendarButton({ meetingId }: { meetingId: string }) {
  const { t } = useTranslation('attendance')
  const save = useMutation({
    mutationFn: () => download(`/meetings/${meetingId}/calendar.ics`, 'meeting.ics'),
    meta: { refreshesQueries: false },
  })
  return (
    <Button loading={save.isPending} onClick={() => save.mutate()}>
      {t('calendar.save')}
    </Button>
  )
}

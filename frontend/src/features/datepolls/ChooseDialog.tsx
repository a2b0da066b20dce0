import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { chooseDate } from '@/api/generated/sdk.gen'
import { ConfirmDialog } from '@/components/ConfirmDialog'
import { useFormat } from '@/i18n/useFormat'
import type { DateCandidate, DatePoll } from './datePollQuery'
import { meetingToPlan } from './meetingToPlan'

interface Props {
  poll: DatePoll
  date: DateCandidate
  onClose: () => void
}

/** Chooses a date after saying what follows; where no meeting has it yet, one is planned next. */
export default function ChooseDialog({ poll, date, onClose }: Props) {
  const { t } = useTranslation('datepolls')
  const format = useFormat()
  const navigate = useNavigate()
  const choose = useMutation({
    mutationFn: async () => {
      await chooseDate({ path: { poll_id: poll.id }, body: { candidate_id: date.id } })
      if (!poll.meeting) await navigate(meetingToPlan(poll, date.starts_at))
    },
  })
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      title={t('choose.title', { when: format.dateTime(date.starts_at) })}
      confirmLabel={t('choose.confirm')}
      tone={date.both_co_chairs_say_no ? 'danger' : 'plain'}
      onConfirm={() => choose.mutateAsync()}
    >
      {date.both_co_chairs_say_no && <p>{t('choose.noChair')}</p>}
      <p>
        {poll.meeting ? t('choose.moves', { meeting: poll.meeting.title }) : t('choose.plans')}{' '}
        {t('choose.told')}
      </p>
    </ConfirmDialog>
  )
}

import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { changeDatePoll } from '@/api/generated/sdk.gen'
import { ifMatch } from '@/api/record'
import { useSchemaForm } from '@/forms/useSchemaForm'
import { bodyOf, type DatePollFields, DatePollForm, fieldsOf, useDatePollSchema } from './DatePollForm'
import type { DatePoll } from './datePollQuery'

interface Props {
  poll: DatePoll
  etag: string
  onDone: () => void
}

/** The form of a draft, in the place of its page. */
export default function ChangeDraft({ poll, etag, onDone }: Props) {
  const { t } = useTranslation('datepolls')
  const form = useSchemaForm<DatePollFields, DatePollFields>(useDatePollSchema(), fieldsOf(poll))
  const change = useMutation({
    mutationFn: (fields: DatePollFields) =>
      changeDatePoll({ path: { poll_id: poll.id }, body: bodyOf(fields), headers: ifMatch(etag) }),
    onSuccess: onDone,
  })
  return (
    <DatePollForm
      form={form}
      submitLabel={t('form.save')}
      onSubmit={(fields) => change.mutateAsync(fields)}
      onCancel={onDone}
    />
  )
}

import { Button, Group, Radio, Textarea, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { reportWorkplanItemProgress } from '@/api/generated/sdk.gen'
import type { ReviewedItem } from '@/api/generated/types.gen'
import { isProblem } from '@/api/problem'
import { problemMessage } from '@/forms/problemMessage'
import { type ItemStatus, STATUSES } from './search'

interface Props {
  item: ReviewedItem
  meetingId: string
  status: ItemStatus | null
  onStatus: (status: ItemStatus) => void
  onDone: () => void
}

/** What the meeting says of the item: an update whose origin is the meeting. */
export function ReviewUpdate({ item, meetingId, status, onStatus, onDone }: Props) {
  const { t } = useTranslation('workplan')
  const { t: tCommon } = useTranslation()
  const [text, setText] = useState('')
  const [dueOn, setDueOn] = useState(item.now?.due_on ?? '')
  const stands = item.now?.status ?? item.status
  const moves = status !== null && status !== stands
  const isMoved = dueOn !== '' && dueOn !== item.now?.due_on
  const isSaid = text.trim() !== ''
  const save = useMutation({
    mutationFn: () =>
      reportWorkplanItemProgress({
        path: { item_id: item.id },
        body: {
          text: isSaid ? text : t('review.atTheMeeting'),
          meeting_id: meetingId,
          ...(moves && { status }),
          ...(isMoved && { due_on: dueOn }),
        },
      }),
    onSuccess: onDone,
  })
  const mustSay = moves && status === 'dropped' && !isSaid
  const mayGo = (isSaid || moves || isMoved) && !mustSay

  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (mayGo) save.mutate()
  }

  return (
    <form onSubmit={submit} noValidate data-print="hide">
      <Radio.Group
        label={t('report.status')}
        value={status ?? stands}
        onChange={(value) => {
          const chosen = STATUSES.find((known) => known === value)
          if (chosen) onStatus(chosen)
        }}
      >
        <Group gap="md" mt={4}>
          {STATUSES.map((value, index) => (
            <Radio key={value} value={value} label={`${index + 1} ${t(`status.${value}`)}`} />
          ))}
        </Group>
      </Radio.Group>
      <Group align="end" mt="sm">
        <Textarea
          flex={1}
          miw={220}
          autosize
          minRows={1}
          maxLength={10_000}
          label={status === 'dropped' ? t('move.reason') : t('move.note')}
          value={text}
          error={mustSay && t('move.reasonRequired')}
          onChange={(event) => setText(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit(event)
            if (event.key === 'Escape') event.currentTarget.blur()
          }}
        />
        <TextInput
          type="date"
          label={t('form.due')}
          value={dueOn}
          onChange={(event) => setDueOn(event.currentTarget.value)}
        />
        <Button type="submit" variant="filled" disabled={!mayGo} loading={save.isPending}>
          {t('review.save')}
        </Button>
      </Group>
      {save.error && (
        <p role="alert" style={{ color: 'var(--bad)' }}>
          {isProblem(save.error, 422)
            ? save.error.errors.map(({ detail }) => detail).join(' ')
            : problemMessage(save.error, tCommon)}
        </p>
      )}
    </form>
  )
}

import { Button, Group, Radio, Textarea, TextInput } from '@mantine/core'
import { useWindowEvent } from '@mantine/hooks'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { reportWorkplanItemProgress } from '@/api/generated/sdk.gen'
import type { ReviewedItem } from '@/api/generated/types.gen'
import { isProblem } from '@/api/problem'
import { dropDraft, writeDraft } from '@/autosave/draftStore'
import { keptValues } from '@/autosave/useKeptForm'
import { problemMessage } from '@/forms/problemMessage'
import { type ItemStatus, STATUSES } from './search'

interface Props {
  item: ReviewedItem
  meetingId: string
  onDone: () => void
}

interface Said {
  text: string
  due_on: string
  status: ItemStatus | null
}

/** What the meeting says of the item: an update whose origin is the meeting. A number says the status, u writes. */
export function ReviewUpdate({ item, meetingId, onDone }: Props) {
  const { t } = useTranslation('workplan')
  const { t: tCommon } = useTranslation()
  const draft = `workplan-review:${meetingId}:${item.id}`
  const nothing: Said = { text: '', due_on: item.now?.due_on ?? '', status: null }
  const [said, setSaid] = useState(() => keptValues(draft, nothing))
  const writing = useRef<HTMLTextAreaElement>(null)
  const { text, due_on: dueOn, status } = said
  const say = (part: Partial<Said>) => {
    const next = { ...said, ...part }
    setSaid(next)
    writeDraft<Said>(draft, { changes: next, base: nothing, etag: '' })
  }

  useWindowEvent('keydown', (event) => {
    if (isForSomethingElse(event)) return
    const known = STATUSES[Number(event.key) - 1]
    if (event.key === 'u') writing.current?.focus()
    else if (known) say({ status: known })
    else return
    event.preventDefault()
  })

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
    onSuccess: () => {
      dropDraft(draft)
      setSaid(nothing)
      onDone()
    },
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
          if (chosen) say({ status: chosen })
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
          ref={writing}
          flex={1}
          miw={220}
          autosize
          minRows={1}
          maxLength={10_000}
          label={status === 'dropped' ? t('move.reason') : t('move.note')}
          value={text}
          error={mustSay && t('move.reasonRequired')}
          onChange={(event) => say({ text: event.currentTarget.value })}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) submit(event)
            if (event.key === 'Escape') event.currentTarget.blur()
          }}
        />
        <TextInput
          type="date"
          label={t('form.due')}
          value={dueOn}
          onChange={(event) => say({ due_on: event.currentTarget.value })}
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

/** Keys that are typed into a field, or held with another, are not meant for the list. */
export const isForSomethingElse = ({ target, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean =>
  ctrlKey ||
  metaKey ||
  altKey ||
  (target instanceof HTMLElement &&
    (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName)))

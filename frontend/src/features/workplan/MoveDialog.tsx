import { Button, Group, Modal, Textarea } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { changeWorkplanItem, reportWorkplanItemProgress } from '@/api/generated/sdk.gen'
import type { WorkplanItemSummary } from '@/api/generated/types.gen'
import { isProblem } from '@/api/problem'
import { ifMatch } from '@/api/record'
import { problemMessage } from '@/forms/problemMessage'
import type { ItemStatus } from './search'

export interface Move {
  item: WorkplanItemSummary
  status: ItemStatus
}

interface Props {
  move: Move
  onClose: () => void
}

/** Asks what has happened, then moves the item. Those who only report say it; those who chair may leave it out. */
export function MoveDialog({ move: { item, status }, onClose }: Props) {
  const { t } = useTranslation('workplan')
  const { t: tCommon } = useTranslation()
  const queryClient = useQueryClient()
  const [note, setNote] = useState('')
  const [isMissing, setMissing] = useState(false)
  const isDropped = status === 'dropped'
  const mayLeaveOut = item.actions.includes('change') && !isDropped
  const asked = t(isDropped ? 'move.reason' : 'move.note')

  const move = useMutation({
    mutationFn: (text: string) => moveItem(item, status, text),
    onSuccess: onClose,
    onError: (error) => {
      if (isProblem(error, 412)) void queryClient.invalidateQueries()
    },
  })
  const failure =
    move.error && (isProblem(move.error, 412) ? t('move.stale') : problemMessage(move.error, tCommon))

  const confirm = (event: FormEvent) => {
    event.preventDefault()
    const text = note.trim()
    if (text === '' && !mayLeaveOut) return setMissing(true)
    move.mutate(text)
  }

  return (
    <Modal opened onClose={onClose} title={t('move.title', { status: t(`status.${status}`) })}>
      <form onSubmit={confirm} noValidate>
        <p>{item.title}</p>
        <Textarea
          mt="md"
          autosize
          minRows={2}
          data-autofocus
          label={mayLeaveOut ? `${asked} (${tCommon('form.optional')})` : asked}
          description={t('move.noteHelp')}
          inputWrapperOrder={['label', 'input', 'error', 'description']}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
          error={
            isMissing && note.trim() === '' && t(isDropped ? 'move.reasonRequired' : 'move.noteRequired')
          }
        />
        {failure && (
          <p role="alert" style={{ color: 'var(--bad)' }}>
            {failure}
          </p>
        )}
        <Group justify="flex-end" mt="lg" gap="xs">
          <Button onClick={onClose}>{tCommon('action.cancel')}</Button>
          <Button type="submit" variant="filled" loading={move.isPending}>
            {t('move.confirm')}
          </Button>
        </Group>
      </form>
    </Modal>
  )
}

async function moveItem(item: WorkplanItemSummary, status: ItemStatus, text: string): Promise<void> {
  const path = { item_id: item.id }
  const headers = ifMatch(`"${item.revision}"`)
  if (text) await reportWorkplanItemProgress({ path, headers, body: { text, status } })
  else await changeWorkplanItem({ path, headers, body: { status } })
}

import { Button, Group, Modal, Textarea } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { changeWorkplanItem, getWorkplanItem, reportWorkplanItemProgress } from '@/api/generated/sdk.gen'
import type { WorkplanItemSummary } from '@/api/generated/types.gen'
import { isProblem } from '@/api/problem'
import { ifMatch } from '@/api/record'
import { StatusBadge } from '@/components/StatusBadge'
import { problemMessage } from '@/forms/problemMessage'
import { TONES } from './ItemBadge'
import type { ItemStatus } from './search'

export interface Move {
  item: WorkplanItemSummary
  status: ItemStatus
}

interface Props {
  move: Move
  onClose: () => void
  /** `after` is the item as it is now, for those who may take the move back. */
  onMoved: (before: WorkplanItemSummary, after: WorkplanItemSummary | undefined) => void
}

/** Whether something is to be said before an item is moved: what is not well has its reason, and who reports tells what happened. */
export const isAsked = (item: WorkplanItemSummary, status: ItemStatus): boolean =>
  ['at_risk', 'delayed', 'dropped'].includes(status) || !item.actions.includes('change')

/** Asks what has happened, then moves the item. Those who only report say it; those who chair may leave it out. */
export function MoveDialog({ move: { item, status }, onClose, onMoved }: Props) {
  const { t } = useTranslation('workplan')
  const { t: tCommon } = useTranslation()
  const queryClient = useQueryClient()
  const [note, setNote] = useState('')
  const [isMissing, setMissing] = useState(false)
  const isDropped = status === 'dropped'
  const mayLeaveOut = item.actions.includes('change') && !isDropped
  const asked = t(isDropped ? 'move.reason' : 'move.note')

  const move = useMutation({
    mutationFn: ({ before, text }: { before: WorkplanItemSummary; text: string }) =>
      moveItem(before, status, text),
    onSuccess: (after, { before }) => onMoved(before, after),
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
    move.mutate({ before: item, text })
  }

  return (
    <Modal opened onClose={onClose} title={t('move.title', { status: t(`status.${status}`) })}>
      <form onSubmit={confirm} noValidate>
        <p>
          {item.title} <StatusBadge tone={TONES[item.status]}>{t(`status.${item.status}`)}</StatusBadge>
        </p>
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

/** The item as it is then; undefined for those who only report. */
export async function moveItem(
  item: WorkplanItemSummary,
  status: ItemStatus,
  text: string,
): Promise<WorkplanItemSummary | undefined> {
  const path = { item_id: item.id }
  const headers = ifMatch(`"${item.revision}"`)
  if (!text) return (await changeWorkplanItem({ path, headers, body: { status } })).data
  await reportWorkplanItemProgress({ path, headers, body: { text, status } })
  return item.actions.includes('change') ? (await getWorkplanItem({ path })).data : undefined
}

import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { declineAgendaProposal, withdrawAgendaProposal } from '@/api/generated/sdk.gen'
import { ConfirmDialog } from '@/components/ConfirmDialog'
import type { AgendaItem } from './meetingQuery'

interface Props {
  item: AgendaItem
  /** What is asked for; null: nothing. */
  verb: 'decline' | 'withdraw' | null
  onClose: () => void
  onDone?: () => void
}

/** Asks before an item is declined, taken off the agenda or withdrawn. */
export function ItemDecisionDialog({ item, verb, onClose, onDone }: Props) {
  const { t } = useTranslation('meetings')
  const decide = useMutation({
    mutationFn: async (reason: string) => {
      const send = verb === 'withdraw' ? withdrawAgendaProposal : declineAgendaProposal
      await send({
        path: { meeting_id: item.meeting_id, item_id: item.id },
        body: { reason: reason || null },
      })
      onDone?.()
    },
  })
  const isTakenOff = verb === 'decline' && item.status === 'accepted'
  const words =
    verb === 'withdraw'
      ? (['proposals.withdrawTitle', 'proposals.withdrawHelp', 'agenda.withdraw'] as const)
      : isTakenOff
        ? (['proposals.takeOffTitle', 'proposals.declineHelp', 'agenda.takeOff'] as const)
        : (['proposals.declineTitle', 'proposals.declineHelp', 'proposals.decline'] as const)
  return (
    <ConfirmDialog
      opened={verb !== null}
      onClose={onClose}
      title={t(words[0], { title: item.title })}
      confirmLabel={t(words[2])}
      tone={isTakenOff || verb === 'withdraw' ? 'danger' : 'plain'}
      reason={verb === 'withdraw' ? 'optional' : 'required'}
      onConfirm={(reason) => decide.mutateAsync(reason)}
    >
      {t(words[1])}
    </ConfirmDialog>
  )
}

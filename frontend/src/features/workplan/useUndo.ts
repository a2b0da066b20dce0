import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { changeWorkplanItems } from '@/api/generated/sdk.gen'
import type { BulkItemChange, WorkplanItemSummary } from '@/api/generated/types.gen'

/** What was done, in a sentence, and what takes it back. */
export interface Step {
  told: string
  items: BulkItemChange[]
}

const UNDONE_FIELDS = ['status', 'starts_on', 'due_on', 'percentage'] as const

/** What makes of the item `after` a change the item `before` it; null where nothing differs. */
export function backFrom(before: WorkplanItemSummary, after: WorkplanItemSummary): BulkItemChange | null {
  const fields = UNDONE_FIELDS.filter((field) => before[field] !== after[field])
  const change: BulkItemChange['change'] = Object.fromEntries(fields.map((field) => [field, before[field]]))
  if (before.status === 'dropped') change.dropped_reason = before.dropped_reason
  if (before.lead?.iso3 !== after.lead?.iso3) {
    change.lead = before.lead?.iso3 ?? null
    change.supporting = before.supporting.map((champion) => champion.iso3)
  }
  const isSame = fields.length === 0 && !('lead' in change)
  return isSame ? null : { id: after.id, revision: after.revision, change }
}

/** The last thing done on this screen, as long as it can be taken back. */
export function useUndo(planId: string) {
  const [step, setStep] = useState<Step | null>(null)
  const undo = useMutation({
    mutationFn: (items: BulkItemChange[]) =>
      changeWorkplanItems({ path: { workplan_id: planId }, body: { items } }),
    onSuccess: () => setStep(null),
  })

  const offer = (told: string, items: (BulkItemChange | null)[]) => {
    const back = items.filter((item) => item !== null)
    undo.reset()
    setStep(back.length > 0 ? { told, items: back } : null)
  }

  return {
    step,
    offer,
    forget: () => setStep(null),
    undo: () => step && undo.mutate(step.items),
    isPending: undo.isPending,
    failure: undo.error,
  }
}

export type Undo = ReturnType<typeof useUndo>

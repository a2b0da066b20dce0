import { useMutation } from '@tanstack/react-query'
import { type KeyboardEvent, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { changeWorkplanItem, getWorkplanItem } from '@/api/generated/sdk.gen'
import type { WorkplanItemSummary } from '@/api/generated/types.gen'
import { isProblem } from '@/api/problem'
import { ifMatch } from '@/api/record'
import { ConflictDialog } from '@/autosave/ConflictDialog'
import { isSame } from '@/autosave/merge'
import { useGuardedSave } from '@/autosave/useGuardedSave'
import type { Choice } from '@/forms/choiceFields'
import { problemMessage } from '@/forms/problemMessage'
import { isAsked } from '../MoveDialog'
import type { ItemStatus } from '../search'
import { CellInput, type CellValue } from './CellInput'
import { type CellField, type CellFields, cellFieldsOf } from './columns'
import classes from './PlanTable.module.css'
import { useFieldWords } from './useFieldWords'

interface Props {
  item: WorkplanItemSummary
  field: CellField
  champions: readonly Choice[]
  /** Closed, by Escape or because it was saved; `step` is to the next cell or the one before, by Tab. */
  onClose: (step?: 1 | -1) => void
  onSaved: (before: WorkplanItemSummary, after: WorkplanItemSummary) => void
  /** A move of which something is to be said. */
  onAsk: (status: ItemStatus) => void
}

const versioned = (item: WorkplanItemSummary) => ({ data: cellFieldsOf(item), etag: `"${item.revision}"` })

/** A cell while one writes in it: saved when it is left or something is picked; what cannot be saved stays typed. */
export function CellEditor({ item, field, champions, onClose, onSaved, onAsk }: Props) {
  const { t } = useTranslation('plantable')
  const { t: tPlan } = useTranslation('workplan')
  const { t: tCommon } = useTranslation()
  const words = useFieldWords(champions)
  const [start] = useState(item)
  const [value, setValue] = useState<CellValue>(cellFieldsOf(item)[field])
  const [failure, setFailure] = useState<string | null>(null)
  const isOver = useRef(false)
  const step = useRef<1 | -1 | undefined>(undefined)
  const path = { item_id: item.id }

  const save = useMutation({
    mutationFn: ({ change, etag }: { change: Partial<CellFields>; etag: string }) =>
      changeWorkplanItem({ path, headers: ifMatch(etag), body: change }),
  })
  const guarded = useGuardedSave<CellFields>({
    start: versioned(start),
    save: async (change, etag) => {
      const { data } = await save.mutateAsync({ change, etag })
      onSaved(start, data)
      onClose(step.current)
    },
    load: async () => versioned((await getWorkplanItem({ path })).data),
  })

  const settle = async (saving: Promise<void>) => {
    setFailure(null)
    isOver.current = true
    try {
      await saving
    } catch (error) {
      isOver.current = false
      const detail = isProblem(error) ? error.errors[0]?.detail : undefined
      setFailure(detail ?? problemMessage(error, tCommon))
    }
  }

  const close = () => {
    isOver.current = true
    onClose(step.current)
  }

  const commit = (next: CellValue) => {
    if (isOver.current) return
    if (isSame(next, cellFieldsOf(start)[field])) return close()
    if (field === 'percentage' && Number(next) > 100) return setFailure(tPlan('form.percentageRange'))
    if (field === 'status' && isAsked(item, next as ItemStatus)) {
      close()
      return onAsk(next as ItemStatus)
    }
    void settle(guarded.submit({ ...cellFieldsOf(start), [field]: next }))
  }

  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation()
    if (event.key === 'Escape') {
      event.preventDefault()
      step.current = undefined
      close()
    } else if (event.key === 'Tab') {
      event.preventDefault()
      step.current = event.shiftKey ? -1 : 1
      commit(value)
    } else if (event.key === 'Enter' && field !== 'status' && field !== 'lead') {
      event.preventDefault()
      commit(value)
    }
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: its keys are those of the control within
    <div className={classes.editor} onKeyDown={onKeyDown} onBlur={() => failure === null && commit(value)}>
      <CellInput
        isCell
        field={field}
        label={t('edit', { field: words.labels[field], title: item.title })}
        value={value}
        champions={champions}
        error={failure ?? undefined}
        isBusy={save.isPending}
        onChange={(next) => {
          setFailure(null)
          setValue(next)
        }}
        onPick={(picked) => commit(picked)}
      />
      {guarded.conflict && (
        <ConflictDialog
          conflict={guarded.conflict}
          labels={words.labels}
          show={words.told}
          onResolve={(chosen) => settle(guarded.resolve(chosen))}
        />
      )}
    </div>
  )
}

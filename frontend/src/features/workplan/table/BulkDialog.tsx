import { Button, Checkbox, Group, Modal, Textarea } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { changeWorkplanItems } from '@/api/generated/sdk.gen'
import type { BulkItemChange, WorkplanItemSummary, WorkplanSummary } from '@/api/generated/types.gen'
import { type ApiProblem, isProblem } from '@/api/problem'
import type { Choice } from '@/forms/choiceFields'
import { problemMessage } from '@/forms/problemMessage'
import { isolated, joined } from '../useItemWords'
import { backFrom } from '../useUndo'
import classes from './BulkDialog.module.css'
import { CellInput } from './CellInput'
import { type CellField, type CellFields, cellFieldsOf, FIELDS } from './columns'
import { useFieldWords } from './useFieldWords'

interface Props {
  plan: WorkplanSummary
  items: readonly WorkplanItemSummary[]
  champions: readonly Choice[]
  onClose: () => void
  /** What was done, in a sentence, and what takes it back. */
  onChanged: (told: string, back: (BulkItemChange | null)[]) => void
  onLeaveOut: (ids: readonly string[]) => void
}

const EMPTY: CellFields = { status: 'on_track', lead: null, starts_on: null, due_on: null, percentage: null }

/** One change of many items, made in all of them or in none. */
export default function BulkDialog({ plan, items, champions, onClose, onChanged, onLeaveOut }: Props) {
  const { t } = useTranslation('plantable')
  const { t: tCommon } = useTranslation()
  const queryClient = useQueryClient()
  const words = useFieldWords(champions)
  const [change, setChange] = useState<Partial<CellFields>>({})
  const [note, setNote] = useState('')
  const [missing, setMissing] = useState<string | null>(null)
  const [sent, setSent] = useState<readonly WorkplanItemSummary[]>([])
  const count = items.length
  const isDropping = change.status === 'dropped'

  const save = useMutation({
    mutationFn: (chosen: readonly WorkplanItemSummary[]) =>
      changeWorkplanItems({
        path: { workplan_id: plan.id },
        body: { items: chosen.map(({ id, revision }) => ({ id, revision, change })), note: note.trim() },
      }),
    onSuccess: ({ data }, chosen) =>
      onChanged(
        t('bulk.changed', { count: chosen.length }),
        data.items.map((after, place) => backFrom(chosen[place] ?? after, after)),
      ),
    onError: (error) => {
      if (isProblem(error, 412)) void queryClient.invalidateQueries()
    },
  })
  const stale = isProblem(save.error, 412) ? itemsIn(save.error, sent) : []
  const faults = isProblem(save.error, 422) ? save.error.errors : []

  const apply = (event: FormEvent) => {
    event.preventDefault()
    if (Object.keys(change).length === 0) return setMissing(t('bulk.nothing'))
    if (isDropping && note.trim() === '') return setMissing(t('bulk.reasonRequired'))
    setMissing(null)
    setSent(items)
    save.mutate(items)
  }

  const tick = (field: CellField, isOn: boolean) => {
    const { [field]: _, ...others } = change
    setChange(isOn ? { ...others, [field]: EMPTY[field] } : others)
  }

  const nowOf = (id: string) => {
    const item = items.find((one) => one.id === id)
    return item && joined(...FIELDS.map((field) => words.told(field, cellFieldsOf(item)[field]) || undefined))
  }

  return (
    <Modal opened onClose={onClose} title={t('bulk.title', { count })} size="lg">
      <form onSubmit={apply} noValidate>
        <fieldset className={classes.fields}>
          <legend>{t('bulk.what')}</legend>
          <p className={classes.help}>{t('bulk.whatHelp')}</p>
          {FIELDS.map((field) => {
            const value = change[field]
            return (
              <div key={field} className={classes.field}>
                <Checkbox
                  label={words.labels[field]}
                  checked={value !== undefined}
                  onChange={(event) => tick(field, event.currentTarget.checked)}
                />
                {value !== undefined && (
                  <CellInput
                    field={field}
                    label={words.labels[field]}
                    value={value}
                    champions={champions}
                    onChange={(next) => setChange({ ...change, [field]: next })}
                  />
                )}
              </div>
            )
          })}
        </fieldset>
        <Textarea
          mt="md"
          autosize
          minRows={2}
          label={isDropping ? t('bulk.note') : `${t('bulk.note')} (${tCommon('form.optional')})`}
          description={t('bulk.noteHelp')}
          inputWrapperOrder={['label', 'input', 'error', 'description']}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        <div role="alert" className={classes.failure}>
          {missing}
          {stale.length > 0 && (
            <>
              <p>{t('bulk.stale')}</p>
              <ul>
                {stale.map((item) => (
                  <li key={item.id}>
                    {t('bulk.stands', { title: isolated(item.title), values: nowOf(item.id) ?? '' })}
                  </li>
                ))}
              </ul>
            </>
          )}
          {faults.length > 0 && (
            <>
              <p>{t('bulk.faults')}</p>
              <ul>
                {faults.map(({ pointer, detail }) => (
                  <li key={pointer + detail}>
                    {joined(isolated(sent[placeIn(pointer)]?.title ?? ''), detail)}
                  </li>
                ))}
              </ul>
            </>
          )}
          {save.error && stale.length === 0 && faults.length === 0 && problemMessage(save.error, tCommon)}
        </div>
        <Group justify="flex-end" mt="lg" gap="xs">
          <Button onClick={onClose}>{tCommon('action.cancel')}</Button>
          {stale.length > 0 && stale.length < count && (
            <Button
              onClick={() => {
                onLeaveOut(stale.map(({ id }) => id))
                save.reset()
              }}
            >
              {t('bulk.leaveOut')}
            </Button>
          )}
          <Button type="submit" variant="filled" loading={save.isPending} disabled={count === 0}>
            {stale.length > 0 ? t('bulk.anyway') : t('bulk.apply', { count })}
          </Button>
        </Group>
      </form>
    </Modal>
  )
}

/** "/items/3/change/due_on" → 3 */
const placeIn = (pointer: string): number => Number(/^\/items\/(\d+)/.exec(pointer)?.[1] ?? -1)

const itemsIn = (problem: ApiProblem, sent: readonly WorkplanItemSummary[]): WorkplanItemSummary[] =>
  problem.errors.flatMap(({ pointer }) => sent[placeIn(pointer)] ?? [])

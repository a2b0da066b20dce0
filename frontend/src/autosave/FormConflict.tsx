import type { FieldValues, UseFormReturn } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { applyProblemToForm } from '@/forms/applyProblem'
import type { Conflict } from './Autosaver'
import { ConflictDialog, type ConflictWords } from './ConflictDialog'

interface Props<V extends FieldValues> extends ConflictWords<V> {
  form: UseFormReturn<V>
  /** What an autosaver or `useGuardedSave` found, if anything. */
  conflict: Conflict<V> | null
  resolve: (chosen: V) => Promise<unknown>
}

/** Where both changed the same field of a form: what is chosen goes into the form and is saved. */
export function FormConflict<V extends FieldValues>({ form, conflict, resolve, ...words }: Props<V>) {
  const { t } = useTranslation()
  if (!conflict) return null
  return (
    <ConflictDialog
      conflict={conflict}
      {...words}
      onResolve={(chosen) => {
        form.reset(chosen)
        return resolve(chosen).catch((error) => applyProblemToForm(error, form, t))
      }}
    />
  )
}

import { useEffect } from 'react'
import type { FieldValues, UseFormReturn } from 'react-hook-form'
import { dropDraft, readDraft, writeDraft } from './draftStore'

/** What was typed into the form of a record that is not there yet, or what an empty form holds. */
export function keptValues<V extends FieldValues>(key: string, empty: V): V {
  return { ...empty, ...readDraft<V>(key)?.changes }
}

/** Keeps what is typed on this device until `forget()`: for what becomes a record only when it is sent. */
export function useKeptForm<V extends FieldValues, C, O>(
  form: UseFormReturn<V, C, O>,
  key: string,
  empty: V,
): { forget: () => void } {
  useEffect(
    () =>
      form.subscribe({
        formState: { values: true },
        callback: ({ values }) =>
          writeDraft<V>(key, { changes: values as Partial<V>, base: empty, etag: '' }),
      }),
    [form, key, empty],
  )
  return { forget: () => dropDraft(key) }
}

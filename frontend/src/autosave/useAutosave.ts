import { useEffect, useState, useSyncExternalStore } from 'react'
import type { Path, PathValue, UseFormReturn } from 'react-hook-form'
import { type AutosaveOptions, Autosaver } from './Autosaver'
import { isSame } from './merge'

/** An autosaver for as long as the component lives; give the component the record's id as `key`. */
export function useAutosave<V extends object>(options: AutosaveOptions<V>) {
  const [autosaver] = useState(() => new Autosaver(options))
  const state = useSyncExternalStore(autosaver.subscribe, autosaver.getState)
  useEffect(() => autosaver.connect(), [autosaver])
  return { autosaver, state }
}

/** Saves the form as one types. Begin the form with `autosaver.values`, which holds an earlier tab's draft. */
export function useAutosavedForm<V extends object>(form: UseFormReturn<V>, autosaver: Autosaver<V>): void {
  useEffect(
    () =>
      form.subscribe({
        formState: { values: true },
        callback: ({ values }) => autosaver.change(values as V),
      }),
    [form, autosaver],
  )
  useEffect(
    () =>
      autosaver.onMerged((values) => {
        for (const [name, value] of Object.entries(values) as [Path<V>, PathValue<V, Path<V>>][]) {
          if (!isSame(form.getValues(name), value)) form.setValue(name, value)
        }
      }),
    [form, autosaver],
  )
}

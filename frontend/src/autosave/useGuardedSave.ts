import { useState } from 'react'
import { isProblem } from '@/api/problem'
import type { Versioned } from '@/api/record'
import type { Conflict } from './Autosaver'
import { changesFrom, conflictingFields } from './merge'

interface Options<V extends object> {
  /** What the form began with. */
  start: Versioned<V>
  save: (changes: Partial<V>, etag: string, values: V) => Promise<unknown>
  /** Reads what the server holds, after somebody else changed it. */
  load: () => Promise<Versioned<V>>
}

/**
 * Saves a form when it is sent. Fields that somebody else changed meanwhile are merged; where both changed the same
 * one, `conflict` is for a `FormConflict`, and `resolve` saves what was chosen.
 */
export function useGuardedSave<V extends object>({ start, save, load }: Options<V>) {
  const [base, setBase] = useState(start)
  const [conflict, setConflict] = useState<Conflict<V> | null>(null)

  const submit = async (values: V, onto: Versioned<V> = base): Promise<void> => {
    const changes = changesFrom(onto.data, values)
    try {
      await save(changes, onto.etag, values)
    } catch (error) {
      if (!isProblem(error, 412)) throw error
      const theirs = await load()
      const mine = { ...theirs.data, ...changes }
      const fields = conflictingFields(onto.data, changes, theirs.data)
      setBase(theirs)
      if (fields.length === 0) await submit(mine, theirs)
      else setConflict({ fields, base: onto.data, mine, theirs: theirs.data })
    }
  }

  const resolve = async (chosen: V): Promise<void> => {
    setConflict(null)
    await submit(chosen)
  }

  return { submit: (values: V) => submit(values), conflict, resolve }
}

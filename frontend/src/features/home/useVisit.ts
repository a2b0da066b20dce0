import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useState } from 'react'
import { markSeen } from '@/api/generated/sdk.gen'
import { type Session, sessionQuery } from '@/session/sessionQuery'
import { type Visit, visitAt } from './visit'

const KEY = 'champions.visit'

function known(): Visit | null {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? 'null') as Visit | null
  } catch {
    return null
  }
}

function comeIn({ person, last_seen_at }: Session): { visit: Visit; isNew: boolean } {
  const here = visitAt(Date.now(), person.id, last_seen_at, known())
  localStorage.setItem(KEY, JSON.stringify(here.visit))
  return here
}

/** Since when things are new in this visit, and what to call once they were shown. */
export function useVisit(session: Session): { since: string | null; onShown: () => void } {
  const queryClient = useQueryClient()
  const [here, setHere] = useState(() => comeIn(session))
  const seen = useMutation({
    mutationFn: () => markSeen(),
    meta: { refreshesQueries: false },
    onSuccess: () => queryClient.invalidateQueries(sessionQuery),
  })

  useEffect(() => {
    const comeBack = () => {
      const back = comeIn(session)
      if (document.visibilityState === 'visible' && back.isNew) setHere(back)
    }
    document.addEventListener('visibilitychange', comeBack)
    return () => document.removeEventListener('visibilitychange', comeBack)
  }, [session])

  const { mutate } = seen
  const onShown = useCallback(() => {
    if (!here.isNew) return
    setHere({ ...here, isNew: false })
    mutate()
  }, [here, mutate])

  return { since: here.visit.since, onShown }
}

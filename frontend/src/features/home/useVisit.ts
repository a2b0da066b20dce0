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

function keep(visit: Visit): Visit {
  localStorage.setItem(KEY, JSON.stringify(visit))
  return visit
}

const comeIn = ({ person, last_seen_at }: Session): Visit =>
  keep(visitAt(Date.now(), person.id, last_seen_at, known()))

interface VisitState {
  /** Since when things are new in this visit; null for the server's choice. */
  since: string | null
  /** Call it when the news are on screen: the next visit begins here, while this one keeps what it began with. */
  onShown: () => void
}

export function useVisit(session: Session): VisitState {
  const queryClient = useQueryClient()
  const [visit, setVisit] = useState(() => comeIn(session))
  const { mutate: tell } = useMutation({
    mutationFn: () => markSeen(),
    meta: { refreshesQueries: false },
    onSuccess: () => queryClient.invalidateQueries({ queryKey: sessionQuery.queryKey }),
  })

  const onShown = useCallback(() => {
    if (visit.isTold) return
    setVisit(keep({ ...visit, isTold: true }))
    tell()
  }, [visit, tell])

  useEffect(() => {
    const comeBack = () => {
      if (document.visibilityState === 'visible') setVisit(comeIn(session))
    }
    document.addEventListener('visibilitychange', comeBack)
    return () => document.removeEventListener('visibilitychange', comeBack)
  }, [session])

  return { since: visit.since, onShown }
}

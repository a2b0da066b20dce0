import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { isProblem } from '@/api/problem'
import type { Versioned } from '@/api/record'
import { QueryState } from '@/components/QueryState'
import { type PracticeBody, type PracticeTombstone, practiceQuery } from './practiceQuery'
import { Tombstone } from './Tombstone'

interface Props {
  id: string
  children: (practice: Versioned<PracticeBody>) => ReactNode
}

/** A practice; its tombstone where it was withdrawn from the reader; or that it loads, or why it does not. */
export function PracticeState({ id, children }: Props) {
  const query = useQuery(practiceQuery(id))
  if (isProblem(query.error, 410))
    return <Tombstone tombstone={query.error.members.tombstone as PracticeTombstone} />
  return <QueryState query={query}>{children}</QueryState>
}

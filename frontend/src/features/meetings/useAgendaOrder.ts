import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { orderAgenda } from '@/api/generated/sdk.gen'
import { isProblem } from '@/api/problem'
import { ifMatch, withEtag } from '@/api/record'
import type { Conflict } from '@/autosave/Autosaver'
import { type AgendaItem, type Meeting, meetingQuery } from './meetingQuery'

interface Order {
  agenda: string[]
}

const acceptedIn = (meeting: Meeting): string[] =>
  meeting.agenda_items.filter((item) => item.status === 'accepted').map((item) => item.id)

/** The order in which somebody wants the items that are really on the agenda: what is new to them comes last. */
function reconciled(wanted: readonly string[], present: readonly string[]): string[] {
  return [...wanted.filter((id) => present.includes(id)), ...present.filter((id) => !wanted.includes(id))]
}

/**
 * Orders the agenda: at once on screen, then on the server, one order after the other, each naming the version of the
 * meeting that it changes. When somebody else changed it, `conflict` holds both orders.
 */
export function useAgendaOrder(meetingId: string, items: readonly AgendaItem[]) {
  const queryClient = useQueryClient()
  const { queryKey, ...options } = meetingQuery(meetingId)
  const mutationKey = ['agenda-order', meetingId]
  const [wanted, setWanted] = useState<string[] | null>(null)
  const [conflict, setConflict] = useState<Conflict<Order> | null>(null)

  const save = useMutation({
    mutationKey,
    scope: { id: mutationKey.join(':') },
    mutationFn: (agenda: string[]) =>
      withEtag(
        orderAgenda({
          path: { meeting_id: meetingId },
          body: { items: agenda },
          headers: ifMatch(queryClient.getQueryData(queryKey)?.etag ?? ''),
        }),
      ),
    onSuccess: (answer) => {
      queryClient.setQueryData(queryKey, answer)
    },
    onError: async (error, agenda) => {
      if (!isProblem(error, 412) && !isProblem(error, 409)) return
      const { data } = await queryClient.fetchQuery({ queryKey, ...options, staleTime: 0 })
      const present = acceptedIn(data)
      setConflict({
        fields: ['agenda'],
        base: { agenda: present },
        mine: { agenda: reconciled(agenda, present) },
        theirs: { agenda: present },
      })
    },
    onSettled: () => {
      if (queryClient.isMutating({ mutationKey }) <= 1) setWanted(null)
    },
  })

  const order = (agenda: string[]) => {
    setWanted(agenda)
    save.mutate(agenda)
  }
  const byId = new Map(items.map((item) => [item.id, item]))
  const ids = items.map((item) => item.id)
  const shown = wanted ? reconciled(wanted, ids) : ids

  return {
    items: shown.map((id) => byId.get(id)).filter((item) => item !== undefined),
    order,
    failure: conflict ? null : save.error,
    conflict,
    resolve: async (chosen: Order) => {
      const theirs = conflict?.theirs.agenda ?? []
      setConflict(null)
      save.reset()
      if (chosen.agenda.join() !== theirs.join()) order(chosen.agenda)
    },
  }
}

import { type QueryClient, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { CaughtUpBody } from '@/api/generated/types.gen'
import type { StreamedEvent } from '@/live/eventStream'
import type { LiveState } from '@/live/follow'
import { followTogether } from '@/live/followTogether'
import { aheadOf, type Room, showRoom } from './roomQuery'
import { useWriters, type Writer } from './writers'

interface LiveMeeting {
  state: LiveState
  /** Who else is writing minutes this moment. */
  writers: readonly Writer[]
}

const GATHER_MS = 120
const SPREAD_MS = 250

/** Keeps what is shown of a meeting as it is: the room comes with its event, anything else is read again. */
export function useLiveMeeting(meetingId: string): LiveMeeting {
  const client = useQueryClient()
  const [state, setState] = useState<LiveState>('connecting')
  const [writers, wrote] = useWriters()
  useEffect(() => {
    const over = new AbortController()
    const again = readAgain(client, meetingId)
    let isCurrent = false
    const onEvent = ({ event, data }: StreamedEvent) => {
      if (event === 'room') {
        const room = JSON.parse(data) as Room
        showRoom(client, room, isCurrent ? aheadOf(room.now) : null)
      } else if (event === 'writing') wrote(JSON.parse(data))
      else if (event === 'changed') again.soon()
      else if (event === 'caught-up') {
        // the first time something may have happened between reading the page and following it
        if (!isCurrent || !(JSON.parse(data) as CaughtUpBody).is_complete) again.soon()
        isCurrent = true
      }
    }
    const onState = (now: LiveState) => {
      if (now === 'reconnecting') isCurrent = false
      setState(now)
    }
    followTogether(`/api/v1/meetings/${meetingId}/events`, { onEvent, onState, signal: over.signal })
    return () => {
      over.abort()
      again.cancel()
    }
  }, [client, meetingId, wrote])
  return { state, writers }
}

/** Several changes in a moment are read again once, and not by two hundred browsers in the same instant. */
function readAgain(client: QueryClient, meetingId: string) {
  let timer: ReturnType<typeof setTimeout> | undefined
  const read = () => {
    timer = undefined
    return client.invalidateQueries({
      predicate: ({ queryKey }) => JSON.stringify(queryKey).includes(meetingId),
    })
  }
  return {
    soon: () => {
      timer ??= setTimeout(read, GATHER_MS + Math.random() * SPREAD_MS)
    },
    cancel: () => clearTimeout(timer),
  }
}

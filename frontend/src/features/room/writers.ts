import { useCallback, useEffect, useRef, useState } from 'react'
import { tellPresence } from '@/api/generated/sdk.gen'
import type { SomebodyWrites } from '@/api/generated/types.gen'

export type Writer = SomebodyWrites

const TOLD_EVERY_MS = 4000
const GONE_AFTER_MS = 9000

/** Who was heard writing in the last seconds, and what takes in that somebody does. */
export function useWriters(): [writers: readonly Writer[], wrote: (writer: Writer) => void] {
  const [writers, setWriters] = useState<readonly Writer[]>([])
  const timers = useRef(new Map<string, ReturnType<typeof setTimeout>>())
  const wrote = useCallback((writer: Writer) => {
    const without = (all: readonly Writer[]) => all.filter(({ person_id }) => person_id !== writer.person_id)
    setWriters((all) => [...without(all), writer])
    clearTimeout(timers.current.get(writer.person_id))
    timers.current.set(
      writer.person_id,
      setTimeout(() => setWriters(without), GONE_AFTER_MS),
    )
  }, [])
  useEffect(() => {
    const running = timers.current
    return () => running.forEach(clearTimeout)
  }, [])
  return [writers, wrote]
}

/** Tells the others, every few seconds at most, that one is writing on the item. Whether it arrives matters to nobody. */
export function useTellWriting(meetingId: string, itemId: string): () => void {
  const toldAt = useRef(0)
  return () => {
    if (Date.now() - toldAt.current < TOLD_EVERY_MS) return
    toldAt.current = Date.now()
    tellPresence({ path: { meeting_id: meetingId }, body: { writes_on: itemId } }).catch(() => {})
  }
}

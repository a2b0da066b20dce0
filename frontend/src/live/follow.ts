import { send } from '@/api/transport'
import { readEvents, type StreamedEvent } from './eventStream'

/** `ended`: the reader may not follow this any more. */
export type LiveState = 'connecting' | 'live' | 'reconnecting' | 'ended'

export interface Follower {
  onEvent: (event: StreamedEvent) => void
  onState: (state: LiveState) => void
  /** At each sign of life of the line. */
  onSign?: () => void
  signal: AbortSignal
  /** The last event that is known: begin after it. */
  since?: string | null
}

/** The server gives a sign every 15 s; after this the line is taken for dead. */
export const SILENCE_MS = 40_000
const FIRST_PAUSE_MS = 300
const LONGEST_PAUSE_MS = 8000

/**
 * Follows a stream of server-sent events until `signal` is aborted or the right to it ends. A line that breaks is taken
 * up again where it broke: the server is told the last event that came, and sends what was missed first.
 */
export async function follow(path: string, follower: Follower): Promise<void> {
  const { onEvent, onState, onSign, signal, since = null } = follower
  let lastId = since
  let failures = 0
  if (since === null) onState('connecting')
  while (!signal.aborted) {
    const attempt = new AbortController()
    const stop = () => attempt.abort()
    signal.addEventListener('abort', stop)
    let silence = setTimeout(stop, SILENCE_MS)
    try {
      const response: Response = await send(new URL(path, window.location.origin), {
        headers: { Accept: 'text/event-stream', ...(lastId !== null && { 'Last-Event-ID': lastId }) },
        cache: 'no-store',
        credentials: 'same-origin',
        signal: attempt.signal,
      })
      if ([401, 403, 404].includes(response.status)) return onState('ended')
      if (!response.ok || !response.body) throw new Error(`The stream answered ${response.status}.`)
      const heard = () => {
        clearTimeout(silence)
        silence = setTimeout(stop, SILENCE_MS)
        onSign?.()
      }
      for await (const event of readEvents(response.body, heard)) {
        failures = 0
        lastId = event.id ?? lastId
        if (event.event === 'caught-up') onState('live')
        onEvent(event)
      }
    } catch {
      // the line broke, or never was: what was missed comes with the next
    } finally {
      clearTimeout(silence)
      signal.removeEventListener('abort', stop)
    }
    if (signal.aborted) return
    failures += 1
    if (failures > 1) onState('reconnecting')
    await pause(failures, signal)
  }
}

/** Longer from failure to failure, never the same for all, and over at once when the line is back. */
function pause(failures: number, signal: AbortSignal): Promise<void> {
  const longest = Math.min(FIRST_PAUSE_MS * 2 ** (failures - 1), LONGEST_PAUSE_MS)
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer)
      window.removeEventListener('online', done)
      signal.removeEventListener('abort', done)
      resolve()
    }
    const timer = setTimeout(done, longest * (0.5 + Math.random() / 2))
    window.addEventListener('online', done)
    signal.addEventListener('abort', done)
  })
}

import type { StreamedEvent } from './eventStream'
import { type Follower, follow, type LiveState, SILENCE_MS } from './follow'

/** What the tab with the line tells the others; `hello` is what a tab that comes asks it. */
type Told =
  | { kind: 'hello' }
  | { kind: 'here'; state: LiveState; lastId: string | null }
  | { kind: 'event'; event: StreamedEvent }
  | { kind: 'state'; state: LiveState }
  | { kind: 'sign' }

const LOOK_AFTER_MS = 5000

/**
 * As `follow`, with one line for all tabs of a browser: over HTTP/1.1 it keeps six to a server, and six tabs of a meeting
 * would leave none to write with. The tab that holds the lock has the line and passes on what comes. When it is closed the
 * next goes on from the last event that it heard; one that has fallen silent (a phone may freeze it) is taken over from.
 */
export async function followTogether(path: string, follower: Follower): Promise<void> {
  if (!window.isSecureContext || !('locks' in navigator) || !('BroadcastChannel' in window))
    return follow(path, follower)
  const { signal } = follower
  const name = `champions.live:${path}`
  const tabs = new BroadcastChannel(name)
  const ears = listen(tabs, follower)
  tabs.postMessage({ kind: 'hello' } satisfies Told)
  let takesOver = false
  while (!signal.aborted && ears.state() !== 'ended') {
    const turn = new AbortController()
    const stop = () => turn.abort()
    signal.addEventListener('abort', stop)
    const looking = setInterval(() => {
      takesOver = ears.areSilent() && document.visibilityState === 'visible'
      if (takesOver) stop()
    }, LOOK_AFTER_MS)
    const lead = () => {
      clearInterval(looking)
      return follow(path, ears.leading(turn.signal))
    }
    try {
      await navigator.locks.request(name, takesOver ? { steal: true } : { signal: turn.signal }, lead)
    } catch {
      // no longer waited for, or taken over by another tab
    } finally {
      clearInterval(looking)
      stop()
      signal.removeEventListener('abort', stop)
      ears.followOthers()
    }
  }
  tabs.close()
}

/** What this tab has heard, whoever has the line. */
function listen(tabs: BroadcastChannel, { onEvent, onState }: Follower) {
  let state: LiveState = 'connecting'
  let lastId: string | null = null
  let leads = false
  let hasJoined = false
  let heardAt = Date.now()
  const tell = (told: Told) => tabs.postMessage(told)

  const hear = (event: StreamedEvent) => {
    lastId = event.id ?? lastId
    hasJoined ||= event.event === 'caught-up'
    onEvent(event)
  }
  const become = (now: LiveState) => {
    state = now
    onState(now)
  }
  tabs.addEventListener('message', ({ data }: MessageEvent<Told>) => {
    if (data.kind === 'hello') {
      if (leads) tell({ kind: 'here', state, lastId })
      return
    }
    if (leads) return
    heardAt = Date.now()
    if (data.kind === 'event') hear(data.event)
    else if (data.kind === 'state') become(data.state)
    else if (data.kind === 'here' && data.state === 'live' && !hasJoined) {
      // what happened between reading the page and this moment is read again
      become('live')
      hear({ event: 'caught-up', data: JSON.stringify({ is_complete: false }), id: data.lastId })
    }
  })

  return {
    state: () => state,
    areSilent: () => Date.now() - heardAt > SILENCE_MS,
    followOthers: () => {
      leads = false
      heardAt = Date.now()
    },
    /** Passes on what comes on this tab's own line. */
    leading: (signal: AbortSignal): Follower => {
      leads = true
      return {
        since: lastId,
        signal,
        onEvent: (event) => {
          hear(event)
          tell({ kind: 'event', event })
        },
        onState: (now) => {
          become(now)
          tell({ kind: 'state', state: now })
        },
        onSign: () => tell({ kind: 'sign' }),
      }
    },
  }
}

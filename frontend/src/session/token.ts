import { refreshSession, signOut as sendSignOut } from '@/api/generated/sdk.gen'
import { isProblem } from '@/api/problem'

/**
 * The access token lives in memory only; the refresh cookie, which no script can read, brings a new one. Several tabs
 * share one session: they refresh one after the other (a rotating refresh token used twice would end the session), and
 * the tab that did it tells the others.
 */
interface Token {
  value: string
  expiresAt: number
}

const LOCK = 'champions.session'
const HINT = 'champions.signed-in'
const EARLY = 30_000

let token: Token | null = null
let refreshing: Promise<string | null> | null = null
const listeners = new Set<() => void>()
const tabs = 'BroadcastChannel' in globalThis ? new BroadcastChannel(LOCK) : null

tabs?.addEventListener('message', (event: MessageEvent<Token | null>) => {
  const signedOut = token !== null && event.data === null
  token = event.data
  if (signedOut) notify()
})

export const accessToken = (): string | null => token?.value ?? null

export const isRefreshDue = (): boolean => token !== null && token.expiresAt - EARLY < Date.now()

/** Whether this browser has signed in before: spares the public a request that could only fail. */
export const maySignInSilently = (): boolean => localStorage.getItem(HINT) !== null

/** Called when the session has ended here or in another tab. */
export function onSessionEnd(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export function keep(answer: { access_token: string; expires_in: number }): string {
  token = { value: answer.access_token, expiresAt: Date.now() + answer.expires_in * 1000 }
  localStorage.setItem(HINT, '1')
  tabs?.postMessage(token)
  return token.value
}

function forget(): void {
  const wasSignedIn = token !== null
  token = null
  localStorage.removeItem(HINT)
  tabs?.postMessage(null)
  if (wasSignedIn) notify()
}

function notify(): void {
  for (const listener of listeners) listener()
}

/** A new token, or null when the session is over. Throws when the server cannot be reached: that ends nothing. */
export function refresh(): Promise<string | null> {
  refreshing ??= renew().finally(() => {
    refreshing = null
  })
  return refreshing
}

async function renew(): Promise<string | null> {
  const before = token?.value
  return alone(async () => {
    if (token && token.value !== before && !isRefreshDue()) return token.value
    try {
      const { data } = await refreshSession()
      return keep(data)
    } catch (problem) {
      if (!isProblem(problem, 401)) throw problem
      forget()
      return null
    }
  })
}

/** Web Locks exist on secure origins only; without them, one tab at a time is what we can promise. */
async function alone<T>(work: () => Promise<T>): Promise<T> {
  return window.isSecureContext ? await navigator.locks.request(LOCK, work) : work()
}

export async function signOut(): Promise<void> {
  try {
    await sendSignOut()
  } finally {
    forget()
  }
}

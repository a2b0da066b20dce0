import { refreshSession, signIn as sendSignIn, signOut as sendSignOut } from '@/api/generated-first/sdk.gen'
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

/** What one tab tells the others. */
type News = { kind: 'renewed' | 'signed-in'; token: Token } | { kind: 'signed-out' }

tabs?.addEventListener('message', ({ data: news }: MessageEvent<News>) => {
  token = news.kind === 'signed-out' ? null : news.token
  if (news.kind !== 'renewed') notify()
})

function tell(news: News): void {
  tabs?.postMessage(news)
}

export const accessToken = (): string | null => token?.value ?? null

export const isRefreshDue = (): boolean => token !== null && token.expiresAt - EARLY < Date.now()

/** Whether this browser has signed in before: spares the public a request that could only fail. */
export const maySignInSilently = (): boolean => localStorage.getItem(HINT) !== null

/** Called when somebody signed out here, or when who is signed in changed in another tab. */
export function onSessionChange(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

interface Answer {
  access_token: string
  expires_in: number
}

function keep({ access_token: value, expires_in: seconds }: Answer): Token {
  token = { value, expiresAt: Date.now() + seconds * 1000 }
  localStorage.setItem(HINT, '1')
  return token
}

function forget(): void {
  token = null
  localStorage.removeItem(HINT)
  tell({ kind: 'signed-out' })
  notify()
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
      const renewed = keep(data)
      tell({ kind: 'renewed', token: renewed })
      return renewed.value
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

export async function signIn(credentials: { username: string; password: string }): Promise<void> {
  const { data } = await sendSignIn({ body: credentials })
  tell({ kind: 'signed-in', token: keep(data) })
}

export async function signOut(): Promise<void> {
  try {
    await sendSignOut()
  } finally {
    forget()
  }
}

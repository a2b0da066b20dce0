import { currentLanguage } from '@/i18n/i18n'
import { accessToken, isRefreshDue, refresh } from '@/session/token'
import { answered, fingerprintOf, IDEMPOTENCY_KEY, keyFor } from './idempotency'
import { toProblem } from './problem'

/** Sends what the generated client made: with language and token, once more after a refresh when the token has run out. */
export async function send(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  const request = new Request(input, init)
  request.headers.set('Accept-Language', currentLanguage())
  return request.method === 'POST' ? sendOnce(request) : sendSignedIn(request)
}

/** As `send`; an answer that tells of a problem, or none at all, is thrown as a problem. */
export async function ask(input: RequestInfo | URL, init?: RequestInit): Promise<Response> {
  const response = await send(input, init).catch((error: unknown) => {
    throw toProblem(error, undefined)
  })
  if (!response.ok) throw toProblem(await response.json().catch(() => ({})), response)
  return response
}

async function sendOnce(request: Request): Promise<Response> {
  const fingerprint = await fingerprintOf(request)
  if (!request.headers.has(IDEMPOTENCY_KEY)) request.headers.set(IDEMPOTENCY_KEY, keyFor(fingerprint))
  const response = await sendSignedIn(request)
  answered(fingerprint)
  return response
}

async function sendSignedIn(request: Request): Promise<Response> {
  if (isAuthentication(request)) return fetch(request)
  if (isRefreshDue()) await refresh()
  const again = request.clone()
  const token = accessToken()
  const response = await fetch(withToken(request, token))
  if (response.status !== 401 || !token) return response
  const renewed = await refresh()
  return renewed ? fetch(withToken(again, renewed)) : response
}

function withToken(request: Request, token: string | null): Request {
  if (token) request.headers.set('Authorization', `Bearer ${token}`)
  return request
}

const isAuthentication = (request: Request): boolean =>
  /\/auth\/(token|refresh|password-reset-requests|one-time-links)/.test(new URL(request.url).pathname)

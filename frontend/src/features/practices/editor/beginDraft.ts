import { createPractice } from '@/api/generated/sdk.gen'
import type { PracticeBody, PracticeCreate } from '@/api/generated/types.gen'
import { IDEMPOTENCY_KEY, newKey } from '@/api/idempotency'
import { isProblem } from '@/api/problem'
import { type Versioned, withEtag } from '@/api/record'

interface Attempt {
  key: string
  body: PracticeCreate
}

/**
 * Begins a draft on the server exactly once. The attempt is kept on this device until it has an answer, also beyond a
 * closed tab: when the line broke after the server had begun the draft, the same key brings that very draft.
 */
export async function beginDraft(name: string, body: PracticeCreate): Promise<Versioned<PracticeBody>> {
  const attempt = keptAttempt(name) ?? keep(name, { key: newKey(), body })
  try {
    return await withEtag(createPractice({ body: attempt.body, headers: { [IDEMPOTENCY_KEY]: attempt.key } }))
  } catch (error) {
    if (isProblem(error) && !error.isOffline && error.status < 500) forgetAttempt(name)
    throw error
  }
}

const placeOf = (name: string) => `champions.attempt.${name}`

function keptAttempt(name: string): Attempt | null {
  const text = localStorage.getItem(placeOf(name))
  return text ? (JSON.parse(text) as Attempt) : null
}

function keep(name: string, attempt: Attempt): Attempt {
  localStorage.setItem(placeOf(name), JSON.stringify(attempt))
  return attempt
}

export function forgetAttempt(name: string): void {
  localStorage.removeItem(placeOf(name))
}

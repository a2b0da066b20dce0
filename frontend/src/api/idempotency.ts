/**
 * A POST that got no answer may have been carried out. When the same request is sent again, it takes the key of the
 * first, so that the server does it once. A key is forgotten as soon as any answer arrives.
 */
const unanswered = new Map<string, string>()

export const IDEMPOTENCY_KEY = 'Idempotency-Key'

export async function fingerprintOf(request: Request): Promise<string> {
  return `${request.method} ${request.url} ${await request.clone().text()}`
}

export function keyFor(fingerprint: string): string {
  const key = unanswered.get(fingerprint) ?? newKey()
  unanswered.set(fingerprint, key)
  return key
}

export function answered(fingerprint: string): void {
  unanswered.delete(fingerprint)
}

/** `crypto.randomUUID` exists on secure origins only; a trial on an office network is often plain http. */
export function newKey(): string {
  if (window.isSecureContext) return crypto.randomUUID()
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('')
}

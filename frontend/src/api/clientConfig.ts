import { ask } from './transport'

/** How a generated client is made: with our transport, which throws problems. */
export const createClientConfig = <T extends object>(config?: T) => ({
  ...(config as T),
  baseUrl: window.location.origin,
  credentials: 'same-origin' as const,
  fetch: ask,
})

import { client } from './generated/client.gen'
import { toProblem } from './problem'
import { send } from './transport'

/** Called once, before the first request. */
export function configureClient(): void {
  client.setConfig({ baseUrl: window.location.origin, fetch: send, credentials: 'same-origin' })
  client.interceptors.error.use(toProblem)
}

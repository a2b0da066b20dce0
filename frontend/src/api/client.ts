import { createClientConfig } from './clientConfig'
import { client } from './generated-first/client.gen'

/** Called once, before the first request: the transport itself asks through this client, so it cannot make it. */
export function configureClient(): void {
  client.setConfig(createClientConfig({}))
}

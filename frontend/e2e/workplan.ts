import type { APIRequestContext } from '@playwright/test'

export interface Item {
  id: string
  title: string
  revision: number
}

type Fields = Record<string, unknown>

/** The API as one of the demonstration accounts calls it: what a browser test needs is there in a moment. */
async function caller(request: APIRequestContext, account: string) {
  const form = { username: `${account}@demo.example`, password: process.env.E2E_PASSWORD ?? '' }
  const { access_token } = await (await request.post('/api/v1/auth/token', { form })).json()
  return async (method: string, path: string, data?: Fields) => {
    const headers = { Authorization: `Bearer ${access_token}`, 'If-Match': '*' }
    const answer = await request.fetch(`/api/v1${path}`, { method, headers, ...(data && { data }) })
    if (!answer.ok()) throw new Error(`${method} ${path}: ${await answer.text()}`)
    return answer.json()
  }
}

/** A draft of the test's own, with an item for each of `items`, so that tests neither meet nor change the demonstration. */
export async function planWith(
  request: APIRequestContext,
  title: string,
  items: readonly Fields[],
): Promise<{ id: string; items: Item[] }> {
  const call = await caller(request, 'secretariat')
  const plan = await call('POST', '/workplans', { title, starts_on: '2026-01-01', ends_on: '2028-12-31' })
  const made = items.map((item) =>
    call('POST', '/workplan-items', { workplan_id: plan.id, scope_of_work: 'dialogue', ...item }),
  )
  return { id: plan.id, items: await Promise.all(made) }
}

/** What somebody else does meanwhile. */
export async function changeItem(request: APIRequestContext, item: Item, change: Fields): Promise<void> {
  const call = await caller(request, 'secretariat')
  await call('PATCH', `/workplan-items/${item.id}`, change)
}

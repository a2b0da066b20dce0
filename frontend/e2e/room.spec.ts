import { type APIRequestContext, type Browser, expect, type Page } from '@playwright/test'
import { expectAccessible, signIn, test, useLanguage } from './fixtures'

/** A meeting of this test's own with two items; its room is not open yet. */
async function meeting(request: APIRequestContext, inDays = 50): Promise<string> {
  const form = { username: 'secretariat@demo.example', password: process.env.E2E_PASSWORD ?? '' }
  const { access_token } = await (await request.post('/api/v1/auth/token', { form })).json()
  const headers = { Authorization: `Bearer ${access_token}` }
  const call = async (path: string, data: object) => {
    const answer = await request.post(`/api/v1${path}`, { data, headers })
    expect(answer.ok(), await answer.text()).toBe(true)
    return answer.json()
  }
  const { id } = await call('/meetings', {
    title: `Room of ${test.info().testId}`,
    starts_at: new Date(Date.now() + inDays * 86_400_000).toISOString(),
  })
  for (const title of ['Opening by the co-chairs', 'Missing migrants']) {
    const { id: itemId } = await call(`/meetings/${id}/agenda-proposals`, { title })
    await call(`/meetings/${id}/agenda-proposals/${itemId}/accept`, {})
  }
  return id
}

async function enter(browser: Browser, account: string, id: string): Promise<Page> {
  const page = await (await browser.newContext()).newPage()
  await signIn(page, account)
  await page.goto(`/meetings/${id}/room`)
  await expect(page.getByText('Live', { exact: true })).toBeVisible()
  return page
}

const current = (page: Page) => page.getByRole('heading', { level: 2 }).first()

test('a chair and a focal point see what the other does, within a second', async ({ browser, request }) => {
  const id = await meeting(request, 0)
  const [chair, delegate] = [await enter(browser, 'gha', id), await enter(browser, 'ken', id)]
  await expect(delegate.getByText('The room is not open yet')).toBeVisible()

  await chair.getByRole('button', { name: 'Open the room' }).click()
  await expect(current(delegate)).toHaveText('Opening by the co-chairs')
  await expect(delegate.getByRole('button', { name: 'Next item' })).toHaveCount(0)

  await delegate.getByRole('button', { name: 'Request the floor' }).click()
  await expect(delegate.getByText('You are number 1 on the list.')).toBeVisible()
  await expect(chair.getByRole('button', { name: 'Give the floor to Kenya' })).toBeVisible({ timeout: 1000 })
  await expectAccessible(chair)

  await chair.keyboard.press('s')
  await expect(delegate.getByRole('button', { name: 'Hand the floor back' })).toBeVisible({ timeout: 1000 })
  await expectAccessible(delegate)
  await chair.keyboard.press('n')
  await expect(current(delegate)).toHaveText('Missing migrants', { timeout: 1000 })
  await expect(delegate.getByText('1 Champion has spoken')).toBeVisible()

  const minutes = chair.getByLabel('Minutes of this item')
  await minutes.fill('The meeting took note.')
  await expect(chair.getByText(/^Saved \d/)).toBeVisible()
  await expect(delegate.getByLabel('Minutes of this item')).toHaveCount(0)
  await chair.getByRole('heading', { level: 1 }).click()

  await chair.keyboard.press('p')
  await expect(delegate.getByText('Paused').last()).toBeVisible()
  await chair.getByRole('button', { name: 'End the meeting' }).click()
  await chair.getByRole('dialog').getByRole('button', { name: 'End the meeting' }).click()
  await expect(delegate.getByText('The meeting has ended')).toBeVisible()

  const record = chair.getByRole('region', { name: 'Record the meeting' })
  await expect(record.getByText('1 of 29 Champions was there')).toBeVisible()
  await expect(record.getByRole('checkbox', { name: 'Kenya' })).toBeChecked()
  await record.getByRole('checkbox', { name: 'Ghana' }).check()
  await expectAccessible(chair)
  await record.getByLabel('Reason').fill('The agenda was agreed by e-mail.')
  await record.getByRole('button', { name: 'Record as held' }).click()
  await expect(record).toBeHidden()
  await chair.getByRole('link', { name: 'People' }).click()
  await expect(chair.getByText('2 of 29 were there').first()).toBeVisible()
})

test('two who write the minutes see each other, and both versions where they differ', async ({
  browser,
  request,
}) => {
  const id = await meeting(request)
  const [chair, officer] = [await enter(browser, 'gha', id), await enter(browser, 'secretariat', id)]
  await chair.getByRole('button', { name: 'Open the room' }).click()
  const ofChair = chair.getByLabel('Minutes of this item')
  const ofOfficer = officer.getByLabel('Minutes of this item')

  await ofChair.fill('The co-chairs welcomed all.')
  await expect(officer.getByText(/is writing on this item too/)).toBeVisible()
  await expect(ofOfficer).toHaveValue('The co-chairs welcomed all.')

  await officer.context().setOffline(true)
  await ofOfficer.fill('The co-chairs welcomed everybody.')
  const saved = chair.waitForResponse((answer) => answer.request().method() === 'PATCH')
  await ofChair.fill('The co-chairs welcomed all, and the new members.')
  await saved
  await officer.context().setOffline(false)
  const dialog = officer.getByRole('dialog')
  await expect(dialog.getByText('The co-chairs welcomed everybody.')).toBeVisible()
  await expect(dialog.getByText('The co-chairs welcomed all, and the new members.')).toBeVisible()
})

test('a delegate whose line breaks misses nothing @phone', async ({ browser, request }) => {
  const id = await meeting(request)
  const chair = await enter(browser, 'gha', id)
  await chair.getByRole('button', { name: 'Open the room' }).click()
  const delegate = await enter(browser, 'ken', id)
  await expect(current(delegate)).toHaveText('Opening by the co-chairs')

  await delegate.context().setOffline(true)
  await chair.getByRole('button', { name: 'Next item' }).click()
  await expect(current(chair)).toHaveText('Missing migrants')
  await delegate.context().setOffline(false)

  await expect(current(delegate)).toHaveText('Missing migrants')
  await expect(delegate.getByText('Live', { exact: true })).toBeVisible()
})

test('tabs of one person share one line, and the next goes on where the one that had it is closed', async ({
  browser,
  request,
}) => {
  const id = await meeting(request)
  const first = await enter(browser, 'gha', id)
  const lines: string[] = []
  first.context().on('request', (sent) => {
    if (sent.url().includes('/events')) lines.push(sent.url())
  })
  const [second, third] = [await first.context().newPage(), await first.context().newPage()]
  for (const tab of [second, third]) {
    await tab.goto(`/meetings/${id}/room`)
    await expect(tab.getByText('Live', { exact: true })).toBeVisible()
  }
  expect(lines).toEqual([])

  await third.getByRole('button', { name: 'Open the room' }).click()
  await expect(current(second)).toHaveText('Opening by the co-chairs', { timeout: 1000 })
  await first.close()
  await third.getByRole('button', { name: 'Next item' }).click()
  await expect(current(second)).toHaveText('Missing migrants')
  await expect.poll(() => lines.length).toBe(1)
})

test('in Arabic the room is mirrored and whole', async ({ page, request }) => {
  const id = await meeting(request)
  await useLanguage(page, 'ar')
  await page.goto('/sign-in')
  await page.locator('input').first().fill('gha@demo.example')
  await page.locator('input[type=password]').fill(process.env.E2E_PASSWORD ?? '')
  await page.locator('main button[type=submit]').click()
  await expect(page).not.toHaveURL(/sign-in/)
  await page.goto(`/meetings/${id}/room`)
  await page.getByRole('button', { name: 'فتح القاعة' }).click()
  await expect(page.getByRole('button', { name: 'طلب الكلمة' })).toBeVisible()
  await expectAccessible(page)
})

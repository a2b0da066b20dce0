import { type APIRequestContext, expect, type Locator, type Page } from '@playwright/test'
import { expectAccessible, signIn, test, useLanguage } from './fixtures'

/** Calls the API as the secretariat. */
async function asSecretariat(request: APIRequestContext) {
  const form = { username: 'secretariat@demo.example', password: process.env.E2E_PASSWORD ?? '' }
  const { access_token } = await (await request.post('/api/v1/auth/token', { form })).json()
  const headers = { Authorization: `Bearer ${access_token}` }
  return async (path: string, data?: object) => {
    const method = data ? 'POST' : 'GET'
    const answer = await request.fetch(`/api/v1${path}`, { method, headers, ...(data && { data }) })
    expect(answer.ok(), await answer.text()).toBe(true)
    return answer.json()
  }
}

/** A meeting of this test's own that was held, with one item; returns the way to its minutes. */
async function heldMeeting(request: APIRequestContext): Promise<string> {
  const call = await asSecretariat(request)
  const { id } = await call('/meetings', {
    title: `Minutes of ${test.info().testId}`,
    starts_at: new Date(Date.now() - 2 * 86_400_000).toISOString(),
  })
  const { id: itemId } = await call(`/meetings/${id}/agenda-proposals`, { title: 'Missing migrants' })
  await call(`/meetings/${id}/agenda-proposals/${itemId}/accept`, {})
  await call(`/meetings/${id}/hold`, { reason: 'It was held.' })
  return `/meetings/${id}/minutes`
}

const itemOf = (page: Page): Locator => page.getByRole('region', { name: 'Missing migrants' })
const text = (page: Page): Locator => page.getByRole('textbox', { name: /^Minutes of/ })

/** By keyboard, from the text. */
async function choose(page: Page, what: string): Promise<void> {
  await text(page).press('Control+Enter')
  await expect(page.getByRole('menuitem').first()).toBeFocused()
  await page.getByRole('menuitem', { name: what }).press('Enter')
}

test('minutes are written, circulated, corrected, adopted and locked', async ({ browser, page, request }) => {
  const minutes = await heldMeeting(request)
  await signIn(page, 'secretariat')
  await page.goto(minutes)

  await test.step('written by keyboard, with a phrase, a decision and an action of the text', async () => {
    const field = text(page)
    await field.fill('@KEN shares the data by June.')
    await choose(page, 'Insert a standard phrase')
    await page.keyboard.type('took note of the')
    await expect(page.getByRole('option', { name: /of the report/ })).toHaveAttribute(
      'data-combobox-selected',
      'true',
    )
    await page.keyboard.press('Enter')
    await expect(field).toHaveValue('@KEN shares the data by June. The meeting took note of the report.')
    await expect(field).toBeFocused()

    await field.press('Home')
    await choose(page, 'Make an action of it')
    await expect(itemOf(page).getByLabel('A decision or an action')).toHaveValue(
      'A champion shares the data by June.',
    )
    await page.keyboard.press('Escape')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    await expect(itemOf(page).getByText('Action, Kenya:')).toBeVisible()
    await expect(field).toBeFocused()
    await choose(page, 'Make a decision of it')
    await page.keyboard.press('Enter')
    await expect(itemOf(page).getByText(/^Decision 1:/)).toBeVisible()
    await expect(itemOf(page).getByText(/^Saved \d/)).toBeVisible()
  })

  await test.step('an earlier version is compared and restored as the next', async () => {
    await text(page).fill('Something else.')
    await expect(itemOf(page).getByText(/^Version \d+, saved by/)).toBeVisible()
    await expect(page.getByText(/^Saved \d/)).toBeVisible()
    await itemOf(page).getByRole('button', { name: 'Versions' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Show every single save').check()
    await dialog.getByRole('radio', { name: 'Version 1' }).check()
    await expect(dialog.getByRole('insertion')).toContainText('shares the data by June')
    await expectAccessible(page)
    await dialog.getByRole('button', { name: 'Restore version 1' }).click()
    await expect(text(page)).toHaveValue(/shares the data by June/)
  })

  await test.step('circulated with a deadline', async () => {
    await page.getByRole('button', { name: 'Circulate minutes' }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Circulate minutes' }).click()
    await expect(page.getByText(/corrections until/)).toBeVisible()
    await expect(page.getByRole('dialog')).toHaveCount(0)
    await expectAccessible(page)
  })

  const kenya = await (await browser.newContext()).newPage()
  await test.step('a champion asks to be named, and proposes a correction', async () => {
    await signIn(kenya, 'ken')
    await kenya.goto(minutes)
    await expect(kenya.getByText(/^A champion shares the data by June\./).first()).toBeVisible()
    await kenya.getByRole('switch', { name: /^Name Kenya/ }).click()
    await expect(kenya.getByText(/^Kenya shares the data by June\./).first()).toBeVisible()
    await kenya.getByRole('button', { name: 'Propose a correction' }).click()
    await kenya.getByLabel('The text as it should read').fill('@KEN shares the data by July.')
    await kenya.getByLabel('Why').fill('July it was.')
    await kenya.reload()
    await kenya.getByRole('button', { name: 'Propose a correction' }).click()
    await expect(kenya.getByLabel('Why')).toHaveValue('July it was.')
    await expectAccessible(kenya)
    await kenya.getByRole('button', { name: 'Send the correction' }).click()
    await expect(kenya.getByText(/to be decided$/)).toBeVisible()
  })

  await test.step('it is merged with what was written since, adopted and locked', async () => {
    await page.reload()
    await text(page).fill('@KEN shares the data by June. The meeting thanked all.')
    await expect(page.getByText(/^Saved \d/)).toBeVisible()
    await page.getByRole('button', { name: 'Merge and take it' }).click()
    const dialog = page.getByRole('dialog')
    await dialog
      .getByLabel('The text as it stays')
      .fill('@KEN shares the data by July. The meeting thanked all.')
    await expectAccessible(page)
    await dialog.getByRole('button', { name: 'Take this text' }).click()
    await expect(page.getByText(/taken$/)).toBeVisible()
    await page.getByRole('button', { name: 'Adopt the minutes' }).click()
    await page.getByRole('dialog').getByLabel('Reason').fill('All have answered.')
    await page.getByRole('dialog').getByRole('button', { name: 'Adopt the minutes' }).click()
    await expect(page.getByText('Adopted and locked')).toBeVisible()
    await expect(
      page.getByText('Kenya shares the data by July. The meeting thanked all.').first(),
    ).toBeVisible()
    await expect(text(page)).toHaveCount(0)
  })
})

test('in Arabic, on a phone too, a champion reads the minutes and may correct them @phone', async ({
  page,
  request,
}) => {
  await useLanguage(page, 'ar')
  await page.goto('/sign-in')
  await page.locator('input').first().fill('per@demo.example')
  await page.locator('input[type=password]').fill(process.env.E2E_PASSWORD ?? '')
  await page.locator('main button[type=submit]').click()
  await expect(page).not.toHaveURL(/sign-in/)
  const { items } = await (await asSecretariat(request))('/meetings?status=minutes_circulated')
  const open = items.find(({ is_demonstration }: { is_demonstration: boolean }) => is_demonstration)
  await page.goto(`/meetings/${open.id}/minutes`)

  await page.getByRole('button', { name: 'اقتراح تصويب' }).first().click()
  await expect(page.getByLabel('السبب')).toBeVisible()
  await expectAccessible(page)
  const { scroll, inner } = await page.evaluate(() => ({
    scroll: document.documentElement.scrollWidth,
    inner: innerWidth,
  }))
  expect(scroll).toBeLessThanOrEqual(inner)
})

import { type APIRequestContext, expect, type Page } from '@playwright/test'
import { expectAccessible, signIn, test } from './fixtures'

/** A meeting of this test's own, with its agenda open, two items on it and a proposal of Kenya. */
async function meetingWithAgenda(request: APIRequestContext, title: string): Promise<string> {
  const call = await caller(request, 'secretariat')
  const startsAt = new Date(Date.now() + 40 * 86_400_000).toISOString()
  const { id } = await call('/meetings', { title, starts_at: startsAt, duration_minutes: 30 })
  await call(`/meetings/${id}/open-agenda`, {})
  for (const item of ['Opening', 'Review of the workplan']) {
    const { id: itemId } = await call(`/meetings/${id}/agenda-proposals`, { title: item })
    await call(`/meetings/${id}/agenda-proposals/${itemId}/accept`, {})
  }
  for (const item of ['Missing migrants', 'Skills partnerships']) {
    await call(`/meetings/${id}/agenda-proposals`, { title: item, champion: 'KEN', minutes: 15 })
  }
  return id
}

async function caller(request: APIRequestContext, account: string) {
  const form = { username: `${account}@demo.example`, password: process.env.E2E_PASSWORD ?? '' }
  const { access_token } = await (await request.post('/api/v1/auth/token', { form })).json()
  return async (path: string, data: object) => {
    const answer = await request.post(`/api/v1${path}`, {
      data,
      headers: { Authorization: `Bearer ${access_token}` },
    })
    expect(answer.ok(), await answer.text()).toBe(true)
    return answer.json()
  }
}

const agenda = (page: Page) => page.getByRole('region', { name: 'Agenda' })
const titles = (page: Page) => agenda(page).getByRole('listitem').locator('bdi')

test('a co-chair builds the agenda: accepts, declines, orders by keyboard', async ({ page, request }) => {
  const id = await meetingWithAgenda(request, `Agenda of ${test.info().testId}`)
  await signIn(page, 'gha')
  await page.goto(`/meetings/${id}`)
  await expect(agenda(page).getByText('20 of 30 minutes')).toBeVisible()
  await expectAccessible(page)

  await page.getByRole('button', { name: 'Accept “Missing migrants”' }).click()
  await expect(titles(page)).toHaveText(['Opening', 'Review of the workplan', 'Missing migrants'])
  await expect(agenda(page).getByText('35 of 30 minutes')).toBeVisible()
  await expect(agenda(page).getByText('5 minutes over')).toBeVisible()

  await page.getByRole('button', { name: 'Decline “Skills partnerships”' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Decline' }).click()
  await expect(dialog.getByText('Please say why')).toBeVisible()
  await dialog.getByLabel('Reason').fill('Better as a webinar of its own.')
  await dialog.getByRole('button', { name: 'Decline' }).click()
  await expect(dialog).toBeHidden()
  await page.getByText('Declined and withdrawn (1)').click()
  await expect(page.getByText('Declined: Better as a webinar of its own.')).toBeVisible()

  await page.getByRole('button', { name: 'Move “Missing migrants”' }).focus()
  await page.keyboard.press('Space')
  await expect(page.getByText('Picked up “Missing migrants”, number 3 of 3.')).toBeAttached()
  await page.keyboard.press('ArrowUp')
  await expect(page.getByText('“Missing migrants” is now number 2 of 3.')).toBeAttached()
  await page.keyboard.press('Space')
  await expect(titles(page)).toHaveText(['Opening', 'Missing migrants', 'Review of the workplan'])

  await page.getByRole('button', { name: 'Actions for “Review of the workplan”' }).click()
  await page.getByRole('menuitem', { name: 'Move up' }).click()
  await expect(titles(page)).toHaveText(['Opening', 'Review of the workplan', 'Missing migrants'])
  await page.reload()
  await expect(titles(page)).toHaveText(['Opening', 'Review of the workplan', 'Missing migrants'])
})

test('a co-chair has the agenda drafted, and takes what fits @phone', async ({ page, request }) => {
  const id = await meetingWithAgenda(request, `Agenda of ${test.info().testId}`)
  await signIn(page, 'gha')
  await page.goto(`/meetings/${id}`)
  await page.getByRole('button', { name: 'Draft the agenda' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByText('Opens every meeting')).toBeHidden()
  await expect(dialog.getByText('A meeting adopts its agenda first')).toBeVisible()
  await expect(dialog.getByRole('checkbox', { name: 'Missing migrants' })).toBeChecked()
  await expectAccessible(page)

  for (const box of await dialog.getByRole('checkbox').all()) await box.uncheck()
  await expect(dialog.getByText('20 of 30 minutes')).toBeVisible()
  await expect(dialog.getByRole('button', { name: 'Put on the agenda' })).toBeDisabled()
  for (const name of ['Any other business', 'Missing migrants']) {
    await dialog.getByRole('checkbox', { name, exact: true }).check()
  }
  await expect(dialog.getByText('10 minutes over')).toBeVisible()
  await dialog.getByRole('button', { name: 'Put on the agenda' }).click()
  await expect(dialog).toBeHidden()
  await expect(titles(page)).toHaveText([
    'Opening',
    'Review of the workplan',
    'Missing migrants',
    'Any other business',
  ])
})

test('a past co-chair proposes, but decides and orders nothing', async ({ page, request }) => {
  const id = await meetingWithAgenda(request, `Agenda of ${test.info().testId}`)
  await signIn(page, 'ken')
  await page.goto(`/meetings/${id}`)
  await expect(titles(page)).toHaveText(['Opening', 'Review of the workplan'])
  for (const name of [
    /^Accept/,
    /^Decline/,
    /^Move/,
    'Circulate agenda',
    'Draft the agenda',
    'More actions',
  ]) {
    await expect(page.getByRole('button', { name })).toHaveCount(0)
  }

  await page.getByRole('link', { name: 'Propose an item' }).first().click()
  await page.getByLabel('Title').fill('Consular data')
  await page.reload()
  await expect(page.getByLabel('Title')).toHaveValue('Consular data')
  await page.getByRole('button', { name: 'Propose' }).click()
  await expect(page.getByRole('region', { name: 'Proposals' }).getByText('Consular data')).toBeVisible()
})

test('the calendar shows a meeting on its day, with the keyboard too @phone', async ({ page }) => {
  await signIn(page, 'gha')
  await page.goto('/meetings')
  await page.getByRole('radio', { name: 'Calendar' }).focus()
  await page.keyboard.press('Space')
  await expect(page).toHaveURL(/view=calendar/)
  await expect(page.getByRole('table')).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Next month' }).press('Enter')
  await expect(page).toHaveURL(/month=\d{4}-\d{2}/)
})

test('a time that the clocks skip is refused, one that they show twice is asked about', async ({ page }) => {
  await signIn(page, 'gha')
  await page.goto('/meetings/new')
  await page.getByLabel('Title').fill('Night watch')
  await page.getByRole('combobox', { name: 'Time zone' }).fill('Zurich')
  await page.getByRole('option', { name: 'Europe/Zurich' }).click()
  const time = page.getByLabel('Date and time')
  await time.fill('2027-03-28T02:30')
  await page.getByRole('button', { name: 'Plan the meeting' }).click()
  await expect(page.getByText('02:30 does not exist in Zurich on that day.')).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Take 03:30' }).click()
  await expect(time).toHaveValue('2027-03-28T03:30')

  await time.fill('2027-10-31T02:30')
  await page.getByRole('button', { name: 'Plan the meeting' }).click()
  await expect(page.getByText('Say which one is meant.')).toBeVisible()
  await page.getByRole('radio', { name: 'The later one (UTC+01:00, 01:30 UTC)' }).check()
  await expect(page.getByText('Say which one is meant.')).toBeHidden()
  await page.getByRole('button', { name: 'Plan the meeting' }).click()
  await expect(page.getByRole('heading', { name: 'Night watch' })).toBeVisible()
  await expect(page.getByRole('definition').filter({ hasText: '01:30' }).first()).toBeVisible()
})

test('a co-chair merges proposals, reads the agenda in two languages, and is told who gets mail @phone', async ({
  page,
  request,
}) => {
  const id = await meetingWithAgenda(request, `Agenda of ${test.info().testId}`)
  await signIn(page, 'gha')
  await page.goto(`/meetings/${id}`)
  await page.getByRole('button', { name: 'Actions for “Skills partnerships”' }).click()
  await page.getByRole('menuitem', { name: 'Merge into another…' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('radio', { name: 'Missing migrants' }).check()
  await expectAccessible(page)
  await dialog.getByRole('button', { name: 'Merge' }).click()
  await expect(page.getByText('“Skills partnerships” is a part of “Missing migrants” now.')).toBeVisible()
  await expect(page.getByText('With it 1 merged proposal')).toBeVisible()

  await page.getByRole('button', { name: 'Actions for “Opening”' }).click()
  await page.getByRole('menuitem', { name: 'Edit' }).click()
  await page.getByRole('button', { name: 'Add a language' }).click()
  await page.getByRole('menuitem', { name: 'French' }).click()
  await page.getByRole('group', { name: 'French' }).getByLabel('Title').fill('Ouverture')
  await page.getByRole('button', { name: 'Save' }).click()
  await page.getByRole('combobox', { name: 'Beside it' }).click()
  await page.getByRole('option', { name: 'French' }).click()
  await expect(titles(page).nth(1)).toHaveText('Ouverture')
  await expectAccessible(page)

  await page.getByRole('button', { name: 'More actions' }).click()
  await page.getByRole('menuitem', { name: 'Close without minutes' }).click()
  await expect(dialog.getByText('This skips steps, so please say why.')).toBeVisible()
  await dialog.getByRole('button', { name: 'Cancel' }).click()
  await page.getByRole('button', { name: 'Circulate agenda' }).click()
  await expect(dialog.getByText('Nobody is told: the invitation has not been sent.')).toBeVisible()
  await dialog.getByLabel('Reason').waitFor({ state: 'detached' })
  await dialog.getByRole('button', { name: 'Circulate agenda' }).click()
  await expect(page.getByText('The agenda has been circulated.')).toBeVisible()
})

test('of two who order the agenda at once the second chooses, and nothing is lost', async ({
  page,
  request,
}) => {
  const id = await meetingWithAgenda(request, `Agenda of ${test.info().testId}`)
  await signIn(page, 'gha')
  await page.goto(`/meetings/${id}`)
  await expect(titles(page)).toHaveText(['Opening', 'Review of the workplan'])
  const call = await caller(request, 'ecu')
  const { id: added } = await call(`/meetings/${id}/agenda-proposals`, { title: 'Closing', champion: 'ECU' })
  await call(`/meetings/${id}/agenda-proposals/${added}/accept`, { position: 1 })
  await page.getByRole('button', { name: 'Actions for “Review of the workplan”' }).click()
  await page.getByRole('menuitem', { name: 'Move up' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByText('1. Closing')).toBeVisible()
  await dialog.getByRole('button').last().click()
  await expect(titles(page)).toHaveText(['Review of the workplan', 'Opening', 'Closing'])
})

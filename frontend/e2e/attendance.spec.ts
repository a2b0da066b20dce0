import { type APIRequestContext, expect, type Page } from '@playwright/test'
import { expectAccessible, signIn, test, useLanguage } from './fixtures'

async function bearer(request: APIRequestContext): Promise<Record<string, string>> {
  const form = { username: 'secretariat@demo.example', password: process.env.E2E_PASSWORD ?? '' }
  const { access_token } = await (await request.post('/api/v1/auth/token', { form })).json()
  return { Authorization: `Bearer ${access_token}` }
}

/** A meeting of this test's own, in three weeks. */
async function plannedMeeting(request: APIRequestContext): Promise<string> {
  const answer = await request.post('/api/v1/meetings', {
    data: {
      title: `People of ${test.info().testId}`,
      starts_at: new Date(Date.now() + 21 * 86_400_000).toISOString(),
    },
    headers: await bearer(request),
  })
  return (await answer.json()).id
}

const invitation = (page: Page) => page.getByRole('region', { name: 'Invitation' })
const answers = (page: Page) => page.getByRole('region', { name: 'Your answer' })

test('an invitation is prepared, sent, and tells later changes in one mail', async ({ page, request }) => {
  const id = await plannedMeeting(request)
  await signIn(page, 'gha')
  await page.goto(`/meetings/${id}/people`)
  await expect(invitation(page).getByText('Nobody was told yet.')).toBeVisible()

  await invitation(page).getByRole('button', { name: 'Prepare' }).click()
  await page.getByRole('dialog').getByLabel('A word from the organisers').fill('Please bring your figures.')
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
  await invitation(page).getByRole('button', { name: 'Send the invitation' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Send the invitation' }).click()
  await expect(invitation(page).getByText('Sent', { exact: true })).toBeVisible()
  await expect(
    page
      .getByRole('region', { name: 'Mails' })
      .getByText(/^Invitation: People of/)
      .first(),
  ).toBeVisible()

  const headers = { ...(await bearer(request)), 'If-Match': '*' }
  await request.patch(`/api/v1/meetings/${id}`, { data: { place: 'Room XXIV' }, headers })
  await page.reload()
  await expect(invitation(page).getByText('1 change not yet told: the place.')).toBeVisible()
  await expectAccessible(page)
  await invitation(page).getByRole('button', { name: 'Tell them now' }).click()
  await expect(invitation(page).getByText('not yet told')).toBeHidden()
})

test('a champion answers with one tap, and is asked no more @phone', async ({ page, request }) => {
  const id = await plannedMeeting(request)
  await signIn(page, 'ken')
  await page.goto(`/meetings/${id}/people`)

  await answers(page).getByRole('button', { name: 'We come' }).click()
  await expect(answers(page).getByText('Kenya comes.')).toBeVisible()
  await expect(page.getByText('1 accepted · 0 declined · 28 to answer')).toBeVisible()
  await expectAccessible(page)
})

test('a link that was not signed here says so, in the language of its reader', async ({ page }) => {
  await useLanguage(page, 'fr')
  await page.goto('/answer/WyJub3RoaW5nIl0.forged-forged-forged?answer=accepted')

  await expect(page.getByRole('heading', { name: 'Ce lien ne permet plus de répondre' })).toBeVisible()
  await expectAccessible(page)
})

test('a private calendar is made in the profile, and its address can be read by anybody who has it', async ({
  page,
  request,
}) => {
  await signIn(page, 'per')
  await page.goto('/profile')
  await page.getByRole('button', { name: 'Make a calendar feed' }).click()

  const address = new URL(await page.getByLabel('Address of your calendar').inputValue())
  const calendar = await (await request.get(address.pathname)).text()
  expect(calendar).toContain('SUMMARY:Quarterly technical meeting')
})

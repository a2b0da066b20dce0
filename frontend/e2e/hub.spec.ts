import { expect, type Page } from '@playwright/test'
import { expectAccessible, signIn, test } from './fixtures'

const HUB = process.env.E2E_HUB_URL

const COMPLETE = {
  summary: 'Trained local officers give departing workers verified facts on contracts, costs and rights.',
  type_of_practice: 'programme_or_project',
  geographic_scope: 'national',
  starts_on: '2023-02-01',
  main_implementing_organization: 'Ministry of Labour',
  implementing_focal_point: 'Head of unit',
  benefit_and_impact: 'Complaints fell by a third.',
  key_lessons: 'Train the trainers first.',
  objectives_primary: [3],
  guiding_principles: [1],
}

/** Calls the API as whoever is signed in on `page`. */
async function post(page: Page, path: string, data: object = {}) {
  const { access_token } = await (await page.request.post('/api/v1/auth/refresh')).json()
  const headers = { Authorization: `Bearer ${access_token}` }
  const answer = await page.request.post(`/api/v1${path}`, { data, headers })
  expect(answer.ok(), await answer.text()).toBe(true)
  return answer.json()
}

test('a refusal of the Hub is read by author and secretariat, and what is missing there is delivered again', async ({
  page: author,
  browser,
}) => {
  const title = `Facts before departure ${test.info().testId}`
  await signIn(author, 'ken')
  const { id } = await post(author, '/practices', { ...COMPLETE, title })
  await post(author, `/practices/${id}/submit`)

  const officer = await (await browser.newContext()).newPage()
  await signIn(officer, 'secretariat')
  await post(officer, `/practices/${id}/accept`, { reason: 'Read at the meeting.' })
  await officer.goto(`/practices/${id}`)
  await officer.getByRole('button', { name: 'Publish', exact: true }).click()
  await officer.getByRole('dialog').getByRole('button', { name: 'Publish' }).click()

  await author.goto(`/practices/${id}`)
  const atHub = author.getByRole('region', { name: 'Migration Network Hub' })
  await expect(atHub.getByText('The Hub published version 1')).toBeVisible()

  await author.request.post(`${HUB}/stand-in/nodes/${id}/refuse`, { data: { words: 'Spell out MRC.' } })
  await author.reload()
  await expect(atHub.getByText('Spell out MRC.')).toBeVisible()
  await expectAccessible(author)

  await officer.goto('/administration/hub')
  await officer.getByRole('searchbox').fill(title)
  const delivery = officer.getByRole('listitem').filter({ hasText: title })
  await expect(delivery).toContainText('Refused')
  await expectAccessible(officer)
  await delivery.getByRole('link', { name: title }).click()
  await expect(officer.getByText('Taken by the Hub').first()).toBeVisible()

  await author.request.delete(`${HUB}/stand-in/nodes/${id}`)
  await officer.goto('/administration/hub/reconciliation?kind=missing')
  await officer.getByRole('button', { name: 'Compare now' }).first().click()
  await expect(officer.getByRole('heading', { name: 'Compared' })).toBeVisible()
  await expectAccessible(officer)
  await officer.getByRole('button', { name: /^Deliver .+ again$/ }).click()
  await author.reload()
  await expect(atHub.getByText('The Hub published version 1')).toBeVisible()
})

import { type APIRequestContext, expect } from '@playwright/test'
import { expectAccessible, signIn, test } from './fixtures'

const WHOLE = {
  title: 'Mobile desks for seasonal workers',
  champion: 'CRI',
  summary: 'Two desks travel with the harvest and renew permits on the spot.',
  type_of_practice: 'tool_or_service',
  geographic_scope: 'national',
  starts_on: '2023-02-01',
  main_implementing_organization: 'Directorate of migration',
  implementing_focal_point: 'Head of the desks',
  benefit_and_impact: 'Renewals lapse half as often.',
  key_lessons: 'Travel with the harvest, not before it.',
  objectives_primary: [5],
  guiding_principles: [1],
}

async function officer(request: APIRequestContext) {
  const form = { username: 'secretariat@demo.example', password: process.env.E2E_PASSWORD ?? '' }
  const { access_token } = await (await request.post('/api/v1/auth/token', { form })).json()
  return async (path: string, data: object) => {
    const headers = { Authorization: `Bearer ${access_token}` }
    const answer = await request.post(`/api/v1${path}`, { data, headers })
    expect(answer.ok(), await answer.text()).toBe(true)
    return answer.json()
  }
}

test('a file goes to the world with its practice, and its withdrawal leaves a tombstone', async ({
  page,
  browser,
}) => {
  const ask = await officer(page.request)
  const { id } = await ask('/practices', WHOLE)
  await signIn(page, 'cri')
  await page.goto(`/practices/${id}/edit?step=more`)
  await page
    .locator('input[type=file]')
    .setInputFiles({ name: 'desk_manual.txt', mimeType: 'text/plain', buffer: Buffer.from('Three points.') })
  await expect(page.getByRole('button', { name: 'desk manual', exact: true })).toBeVisible()
  await page.getByRole('button', { name: 'Actions for the file “desk manual”' }).click()
  await page.getByRole('menuitem', { name: 'Change what it is called' }).click()
  await page.getByRole('textbox', { name: 'What it is' }).fill('Manual of the desks')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('button', { name: 'Manual of the desks', exact: true })).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'What it is', exact: false }).first().click()
  await expect(page).toHaveURL(/step=what/)
  await page.goBack()
  await expect(page.getByRole('heading', { name: 'For the record' })).toBeVisible()

  await ask(`/practices/${id}/publish`, { reason: 'Agreed.' })
  const reader = await (await browser.newContext()).newPage()
  await reader.goto(`/practices/${id}`)
  const saved = reader.waitForEvent('download')
  await reader.getByRole('button', { name: 'Manual of the desks' }).click()
  expect((await saved).suggestedFilename()).toBe('desk_manual.txt')

  await page.goto(`/practices/${id}`)
  await page.getByRole('button', { name: 'Withdraw' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Reason', { exact: true }).fill('The minister asked.')
  await dialog.getByLabel('What the public is told').fill('The desks have become offices.')
  await dialog.getByRole('button', { name: 'Withdraw' }).click()
  await expect(page.getByText('The minister asked.').first()).toBeVisible()

  const later = await (await browser.newContext()).newPage()
  await later.goto(`/practices/${id}`)
  await expect(later.getByText('The desks have become offices.')).toBeVisible()
  await expect(later.getByRole('heading', { level: 1, name: WHOLE.title })).toBeVisible()
  await expect(later.getByText(WHOLE.summary)).toHaveCount(0)
  await expect(later.getByText('The minister asked.')).toHaveCount(0)
  await expectAccessible(later)
})

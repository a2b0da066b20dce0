import { expect } from '@playwright/test'
import { expectAccessible, signIn, test, useLanguage } from './fixtures'

const DESCRIPTION =
  'Every consulate will have an officer who is trained for children who travel alone, and each child is heard within 12 hours. '.repeat(
    3,
  )

test('a pledge is made in common, confirmed, reported on and seen on the dashboard', async ({
  page,
  browser,
}) => {
  const title = `Officers for children ${test.info().testId}`
  await signIn(page, 'cri')
  await page.goto('/pledges')
  await expectAccessible(page)
  await page.getByRole('link', { name: 'Begin a pledge' }).click()
  await page.getByLabel('Title').fill(title)
  await page.getByRole('combobox', { name: 'Mode' }).click()
  await page.getByRole('option', { name: 'Common' }).click()
  await page.getByRole('button', { name: 'Save the draft' }).click()

  await expect(page.getByText('Still asked for: What is pledged, Kind and Other States.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Make it' })).toBeDisabled()
  await page.getByRole('link', { name: 'Complete it' }).click()
  await page.getByRole('textbox', { name: 'What is pledged' }).fill(DESCRIPTION)
  await page.getByRole('combobox', { name: 'Kind' }).click()
  await page.getByRole('option', { name: 'Human resource' }).click()
  await page.getByRole('combobox', { name: 'Other States' }).fill('Hond')
  await page.getByRole('option', { name: 'Honduras' }).click()
  await page.getByRole('combobox', { name: 'Objectives' }).fill('14')
  await page.getByRole('option', { name: '14 Consular protection' }).click()
  await page.keyboard.press('Escape')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Save', exact: true }).click()
  await page.getByRole('button', { name: 'Make it' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Make it' }).click()

  const other = await (await browser.newContext()).newPage()
  await signIn(other, 'hnd')
  await other.goto(new URL(page.url()).pathname)
  await other.getByRole('button', { name: 'Confirm for Honduras' }).click()
  await expect(other.getByText('Confirmed', { exact: true })).toBeVisible()

  await page.getByRole('button', { name: 'Report on it' }).click()
  await page.getByRole('textbox', { name: 'Progress' }).fill('Half of the officers are trained.')
  await page.getByRole('combobox', { name: 'Where the pledge stands now' }).click()
  await page.getByRole('option', { name: 'In progress' }).click()
  await page.getByRole('button', { name: 'Send the report' }).click()
  await expect(page.getByText('now: In progress')).toBeVisible()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expectAccessible(page)

  await page.goto('/pledges/dashboard?champion=%22CRI%22')
  await expectAccessible(page)
  await page.getByText('Table', { exact: true }).click()
  await expect(page.getByRole('row', { name: /14 Consular protection/ })).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('link', { name: '14 Consular protection' }).click()
  await expect(page.getByRole('link', { name: title })).toBeVisible()
})

test('the public reads pledges and their dashboard in Arabic @phone-only', async ({ page }) => {
  await useLanguage(page, 'ar')
  await page.goto('/pledges/dashboard')
  await expect(page.getByRole('link', { name: '8 إنقاذ الأرواح' })).toBeVisible()
  await expectAccessible(page)
})

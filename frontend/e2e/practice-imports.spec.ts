import { expect } from '@playwright/test'
import { expectAccessible, signIn, test } from './fixtures'

test('a delegate brings practices in from a spreadsheet, after seeing what would be added', async ({
  page,
}) => {
  await signIn(page, 'gmb')
  await page.goto('/practices')
  await page.getByRole('link', { name: 'Bring in from a file' }).click()
  const sheet = 'Title,First day,Budget\nRiver patrols with fishers,2024-02-01,5000\nFamily liaison,soon,\n'
  const choose = (content: string) =>
    page
      .locator('input[type=file]')
      .setInputFiles({ name: 'practices.csv', mimeType: 'text/csv', buffer: Buffer.from(content) })

  await choose(sheet)
  const counts = page.getByText('New: 1. There already: 0. To be mended: 1.')
  await expect(counts).toContainText('Budget')
  await expect(page.getByText('First day: “soon” is not a date')).toBeVisible()
  const apply = page.getByRole('button', { name: 'Make these changes' })
  await expect(apply).toBeDisabled()
  await expectAccessible(page)

  await choose(sheet.replace('soon', '2024-03-01'))
  await apply.click()
  await expect(page.getByRole('link', { name: 'River patrols with fishers' })).toBeVisible()
})

import { expect } from '@playwright/test'
import { expectAccessible, signIn, test } from './fixtures'

test('a reader finds practices by words, sees them where they stand, and narrows the list by what is counted', async ({
  page,
}) => {
  await page.goto('/practices?q=consular')
  const list = page.getByRole('list', { name: 'Good practices' })
  await expect(list.locator('mark').first()).toHaveText(/consul/i)
  await expectAccessible(page)
})

test('while a practice is written, what resembles it stands beside the form', async ({ page }) => {
  await signIn(page, 'ken')
  await page.goto('/practices/new')
  await page
    .getByLabel('Title')
    .fill('Information before departure in district offices for departing workers')

  const similar = page.getByRole('link', { name: 'Pre-departure information in district offices' })
  await expect(similar).toBeVisible()
  await expect(similar).toHaveAttribute('target', '_blank')
})

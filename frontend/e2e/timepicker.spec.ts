import { expect } from '@playwright/test'
import { expectAccessible, signIn, test } from './fixtures'

test('a co-chair finds a fair time and plans a meeting at it @phone', async ({ page }) => {
  await signIn(page, 'gha')
  await page.goto('/meetings/new')
  await page.getByRole('link', { name: 'Find a time fair to all' }).click()
  const first = page.getByRole('region', { name: 'The fairest times' }).getByRole('listitem').first()
  await expect(first.getByRole('rowheader', { name: 'Nairobi' })).toBeVisible()
  await expectAccessible(page)

  await first.getByRole('button', { name: /^Choose/ }).click()

  await expect(page).toHaveURL(/meetings\/new\?starts_at=/)
  await expect(page.getByLabel('Date and time')).not.toHaveValue('')
})

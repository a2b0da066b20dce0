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

test('a search is kept, known again, told of by letters as often as one likes, and given up', async ({
  page,
}) => {
  await signIn(page, 'slv')
  await page.goto('/practices?objective=%5B8%5D')
  await page.getByRole('button', { name: 'Save this search' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByLabel('Name')).toHaveValue('8 Saving lives')
  await dialog.getByLabel('Name').fill('Lives at sea')
  await dialog.getByRole('button', { name: 'Save' }).click()

  await page.getByRole('link', { name: 'Saved as “Lives at sea”' }).click()
  const row = page.getByRole('listitem').filter({ hasText: 'Lives at sea' })
  await expect(row).toContainText('8 Saving lives')
  await row.getByLabel('Letters about Lives at sea').click()
  await page.getByRole('option', { name: 'No letters' }).click()
  await expect(row.getByLabel('Letters about Lives at sea')).toHaveValue('No letters')
  await expectAccessible(page)
  await row.getByRole('button', { name: 'Actions for Lives at sea' }).click()
  await page.getByRole('menuitem', { name: 'Delete' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click()
  await expect(page.getByText('No search is saved')).toBeVisible()
  await page.goto(`/stop-letters/${'of-nobody'.repeat(3)}`)
  await expect(page.getByText('This link stops no letters.')).toBeVisible()
})

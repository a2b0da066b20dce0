import { expect } from '@playwright/test'
import { expectAccessible, signIn, test } from './fixtures'

test('a delegate sees who works on what, and with whom to work, and why', async ({ page }) => {
  await signIn(page, 'ken')
  await page.goto('/collaboration')
  await expect(page.getByRole('table')).toBeVisible()
  await expectAccessible(page)

  await page.goto('/collaboration/partners')
  await expect(page.getByRole('button', { name: 'Show more' }).first()).toBeVisible()
  await expectAccessible(page)
})

test('the public sees where the champions are, and what was done over time, as pictures and as tables', async ({
  page,
}) => {
  for (const path of ['/collaboration/map', '/collaboration/over-time']) {
    await page.goto(path)
    await expect(page.getByRole('table').first()).toBeAttached()
    await expectAccessible(page)
  }
})

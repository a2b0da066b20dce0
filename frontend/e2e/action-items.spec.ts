import { expect, test } from '@playwright/test'
import { expectAccessible, signIn } from './fixtures'

test('an action agreed at a meeting stands in the one list, and is done with a click', async ({ page }) => {
  await signIn(page, 'secretariat')
  const listed = page.waitForResponse((answer) => /\/api\/v1\/meetings\?/.test(answer.url()))
  await page.goto('/meetings')
  const { items } = await (await listed).json()
  const open = items.find(({ status }: { status: string }) => status.startsWith('agenda_'))
  await page.goto(`/meetings/${open.id}/minutes`)
  const words = `Circulate list ${Date.now()}`
  await page.getByLabel('A decision or an action').last().fill(words)
  await page.getByLabel('By when').fill('2027-06-30')
  await page.getByRole('button', { name: 'Add as action' }).last().click()
  await expect(page.getByRole('listitem').filter({ hasText: words })).toContainText('due 30 June 2027')

  await page.goto('/action-items?is_mine=true')
  const row = page.getByRole('listitem').filter({ hasText: words })
  await expectAccessible(page)
  await row.getByRole('button', { name: 'Done' }).click()
  await expect(row).toHaveCount(0)
})

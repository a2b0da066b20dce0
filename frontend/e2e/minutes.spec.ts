import { expect, test } from '@playwright/test'
import { expectAccessible, signIn } from './fixtures'

test('the secretariat writes the minutes of an item and records a decision under it @phone', async ({
  page,
}) => {
  await signIn(page, 'secretariat')
  const listed = page.waitForResponse((answer) => /\/api\/v1\/meetings\?/.test(answer.url()))
  await page.goto('/meetings')
  const { items } = await (await listed).json()
  const open = items.find(({ status }: { status: string }) => status.startsWith('agenda_'))
  await page.goto(`/meetings/${open.id}/minutes`)

  const item = page
    .getByRole('region')
    .filter({ has: page.getByRole('textbox', { name: /^Minutes of/ }) })
    .last()
  await item
    .getByRole('textbox', { name: /^Minutes of/ })
    .fill(`The meeting took note of pilot ${Date.now()}.`)
  await expect(item.getByText(/^Saved/)).toBeVisible()
  await item.getByLabel('A decision or an action').fill('A dialogue is held before June.')
  await item.getByRole('button', { name: 'Add as decision' }).click()
  await expect(item.getByText(/^Decision \d+:/).first()).toBeVisible()
  await expectAccessible(page)
})

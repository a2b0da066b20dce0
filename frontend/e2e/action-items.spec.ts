import { expect } from '@playwright/test'
import { expectAccessible, signIn, test, useLanguage } from './fixtures'

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

test('the owner asks for a new date, and the co-chairs keep the old one with the reason', async ({
  page,
}) => {
  await signIn(page, 'sen')
  await page.goto('/action-items?is_mine=true')
  await page
    .getByRole('main')
    .getByRole('link', { name: /Answer in writing/ })
    .focus()
  await page.keyboard.press('Enter')
  const reason = `The port authority meets in March ${Date.now()}.`
  await page.getByLabel('How does it stand?').fill(reason)
  await page.getByLabel('Ask for a new due date').fill('2027-03-20')
  await page.getByRole('button', { name: 'Send the report' }).click()
  await expect(page.getByText('The co-chairs have not answered yet.')).toBeVisible()
  await expect(page.getByRole('listitem').filter({ hasText: reason })).toContainText('20 March 2027')
  const address = page.url()

  await page.context().clearCookies()
  await signIn(page, 'secretariat')
  await page.goto(address)
  await page.getByRole('button', { name: 'Keep the date' }).click()
  await page.getByLabel('Reason').fill('The letter is needed before the forum.')
  await page.getByRole('dialog').getByRole('button', { name: 'Keep the date' }).click()
  await expect(page.getByText('A new due date is asked for')).toHaveCount(0)
  await expectAccessible(page)
})

test('decisions of all meetings are searched, and lead to what follows; the public reads what is public @phone', async ({
  page,
}) => {
  await page.goto('/decisions')
  await expect(page.getByRole('link', { name: /Minutes are circulated within ten/ })).toBeVisible()
  await expect(page.getByRole('link', { name: /alternates between morning/ })).toHaveCount(0)
  await expectAccessible(page)

  await signIn(page, 'secretariat')
  await page.goto('/decisions?q=alert')
  await expect(page.getByText('No decision matches')).toBeVisible()
  await page.goto('/decisions?q=%22joint%20statement%22')
  await page.getByRole('link', { name: /A joint statement is drafted/ }).click()
  await page.getByRole('link', { name: /Draft the joint statement/ }).click()
  await expect(page.getByRole('link', { name: /A joint statement is drafted/ })).toBeVisible()
  await useLanguage(page, 'ar')
  await page.reload()
  await expect(page.getByRole('heading', { name: 'مصدر الإجراء' })).toBeVisible()
  await expectAccessible(page)
})

import { expect } from '@playwright/test'
import { expectAccessible, signIn, test, useLanguage } from './fixtures'

const OPEN = 'Technical meeting of the next quarter'

test('a focal point says which dates suit, and what is said shows among all answers', async ({ page }) => {
  await signIn(page, 'sle')
  await page.goto('/meetings/date-polls')
  await page.getByRole('link', { name: OPEN }).click()
  const own = page.getByRole('region', { name: 'Which dates suit your champion?' })
  const all = page.getByRole('region', { name: 'All answers' }).first()
  await expect(all.getByRole('row', { name: /Sierra Leone/ })).toContainText('Not answered')

  await own.getByText('Yes', { exact: true }).first().click()
  await own.getByText('If need be').nth(1).click()
  await own.getByRole('button', { name: 'Add a comment' }).nth(1).click()
  await own.getByRole('textbox').fill('Only after 14:00.')
  await own.getByRole('button', { name: 'Send the answers' }).click()

  await expect(own.getByText('Your answers are recorded.')).toBeVisible()
  await expect(all.getByRole('row', { name: /Sierra Leone/ })).toContainText('Only after 14:00.')
  await expectAccessible(page)
})

test('co-chairs ask about times that the picker found, and choose one, which opens the form of a meeting', async ({
  page,
}) => {
  await signIn(page, 'gha')
  await page.goto('/meetings/find-a-time')
  const times = page.getByRole('checkbox', { name: /^Ask champions about/ })
  await times.nth(0).check()
  await times.nth(1).check()
  await page.getByRole('link', { name: 'Ask champions', exact: true }).click()
  await page.getByLabel('What the date is for').fill('Extraordinary meeting on returns')
  await page.getByRole('combobox', { name: 'Time zone' }).fill('Europe/Zurich')
  await page.getByRole('option', { name: 'Europe/Zurich' }).click()
  await page.getByLabel('Date 2', { exact: true }).fill('2028-03-26T02:30')
  await page.getByRole('button', { name: 'Save the draft' }).click()
  await expect(page.getByText('02:30 does not exist in Zurich on that day.', { exact: false })).toBeVisible()
  await page.getByRole('button', { name: 'Remove date 2' }).click()
  await page.getByRole('button', { name: 'Save the draft' }).click()
  await page.getByRole('button', { name: 'Ask all champions' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Ask all champions' }).click()
  await expect(page.getByText('Champions are answering.')).toBeVisible()

  await page.getByRole('button', { name: /^Choose/ }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Choose this date' }).click()
  await expect(page).toHaveURL(/meetings\/new\?starts_at=/)
  await expect(page.getByLabel('Title')).toHaveValue('Extraordinary meeting on returns')
})

test('a poll holds in Arabic and on a phone @phone', async ({ page }) => {
  await signIn(page, 'tur')
  await useLanguage(page, 'ar')
  await page.goto('/meetings/date-polls')
  await page.getByRole('link', { name: OPEN }).click()
  await expect(page.getByRole('row').nth(1)).toBeVisible()
  await expectAccessible(page)
})

import { expect } from '@playwright/test'
import { expectAccessible, signIn, test, useLanguage } from './fixtures'

const OPEN = 'Hold the March technical meeting in Geneva and online'

test('a focal point answers, and changes the answer with a comment', async ({ page }) => {
  await signIn(page, 'per')
  await page.goto('/consultations')
  await page.getByRole('link', { name: OPEN }).click()
  await expect(page.getByRole('region', { name: 'Not answered' }).getByText('Peru')).toBeVisible()
  await expectAccessible(page)

  await page.getByRole('button', { name: 'Send the answer' }).click()
  await expect(page.getByText('Your answer: Agree')).toBeVisible()
  await expect(page.getByRole('region', { name: 'Not answered' }).getByText('Peru')).toHaveCount(0)

  await page.getByRole('radio', { name: 'Object' }).click()
  await page.getByRole('button', { name: 'Change the answer' }).click()
  await expect(page.getByText('Say what the comment or the objection is.')).toBeVisible()
  await page.getByRole('radio', { name: 'Comment' }).click()
  await page.getByRole('textbox', { name: 'Comment' }).fill('Lima is asleep at 14:00 Geneva time.')
  await page.getByRole('button', { name: 'Change the answer' }).click()
  await expect(page.getByText('Your answer: Comment')).toBeVisible()
  await page.getByText('Every answer that was given').click()
  await expect(page.getByRole('list', { name: 'Every answer that was given' }).getByText('Peru')).toHaveCount(
    2,
  )
})

test('the co-chairs ask all champions, close early and record the result', async ({ page }) => {
  await signIn(page, 'gha')
  await page.goto('/consultations/new')
  await page.getByLabel('Proposal in a line').fill('Begin the next meeting half an hour earlier')
  await page.getByLabel('Answers until').fill('2099-01-01T12:00')
  await page.getByRole('button', { name: 'Save the draft' }).click()
  await page.getByRole('button', { name: 'Ask all champions' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Ask all champions' }).click()
  await expect(page.getByText('Champions are answering.')).toBeVisible()

  await page.getByRole('button', { name: 'More', exact: true }).click()
  await page.getByRole('menuitem', { name: 'Close now' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox').fill('Everybody agreed by telephone.')
  await dialog.getByRole('button', { name: 'Close now' }).click()
  await page.getByRole('button', { name: 'Record the result' }).click()
  await dialog.getByLabel('The result in words').fill('The meeting begins at 13:30.')
  await dialog.getByRole('button', { name: 'Record the result' }).click()
  await expect(
    page.getByRole('region', { name: 'Result' }).getByText('The meeting begins at 13:30.'),
  ).toBeVisible()
})

test('a consultation holds in Arabic and on a phone @phone', async ({ page }) => {
  await signIn(page, 'mar')
  await useLanguage(page, 'ar')
  await page.goto('/consultations')
  await page.getByRole('link', { name: OPEN }).click()
  await expect(page.getByRole('radio').first()).toBeVisible()
  await expectAccessible(page)
})

import { expect, type Page } from '@playwright/test'
import { expectAccessible, signIn, test, useLanguage } from './fixtures'

/** An address that no other run of this test has used. */
const newAddress = (): string => `colleague.${Date.now()}@mission.example`

/** Invites a colleague and returns the link that is shown. */
async function invite(page: Page, name: string): Promise<string> {
  await page.goto('/administration')
  await page.getByRole('button', { name: 'Invite somebody' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Name').fill(name)
  await dialog.getByLabel('E-mail').fill(newAddress())
  await dialog.getByRole('button', { name: 'Invite' }).click()
  return dialog.getByLabel('One-time link').inputValue()
}

test('a lead focal point invites a colleague, who chooses a password and is in; when the account ends, they are out', async ({
  page,
  browser,
}) => {
  await signIn(page, 'col')
  const name = `Colleague ${Date.now()}`
  const link = await invite(page, name)
  expect(link).toContain('/invitation/')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Done' }).click()

  const colleague = await (await browser.newContext()).newPage()
  await colleague.goto(new URL(link).pathname)
  await expect(colleague.getByRole('heading', { name: `Welcome, ${name}` })).toBeVisible()
  await colleague.getByLabel('Password', { exact: true }).fill('four seas and one harbour')
  await colleague.getByRole('button', { name: 'Save and sign in' }).click()
  await expect(colleague.getByRole('button', { name: 'Sign out' })).toBeVisible()

  await page.getByRole('link', { name }).click()
  await expect(page.getByText('In use.')).toBeVisible()
  await page.getByRole('button', { name: 'End the account' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'End the account' }).click()
  await expect(page.getByRole('button', { name: 'Reinstate' })).toBeVisible()

  await colleague.goto('/profile')
  await expect(colleague.getByRole('heading', { name: 'Sign in' })).toBeVisible()
})

test('a link works once', async ({ page, browser }) => {
  await signIn(page, 'irq')
  const link = new URL(await invite(page, 'Somebody else')).pathname
  const first = await (await browser.newContext()).newPage()
  await first.goto(link)
  await first.getByLabel('Password', { exact: true }).fill('four seas and one harbour')
  await first.getByRole('button', { name: 'Save and sign in' }).click()
  await expect(first.getByRole('button', { name: 'Sign out' })).toBeVisible()

  const second = await (await browser.newContext()).newPage()
  await second.goto(link)
  await expect(second.getByRole('heading', { name: 'This link no longer works' })).toBeVisible()
})

test('the secretariat changes a person and finds the change in the trail @phone', async ({ page }) => {
  await signIn(page, 'secretariat')
  await page.goto('/administration?q=mwi%40')
  await expectAccessible(page)
  await page.getByRole('main').getByRole('listitem').first().getByRole('link').click()
  const title = `Counsellor ${Date.now()}`
  await page.getByLabel('Job title').fill(title)
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('Saved.')).toBeVisible()
  await expectAccessible(page)

  await page.goto('/administration/audit?record_type=people')
  const change = page.getByRole('listitem').filter({ hasText: title })
  await change.getByText('1 field changed').click()
  await expect(page.getByText(title).first()).toBeVisible()
  await expectAccessible(page)
})

test('a focal point finds no administration of everybody, an observer none at all', async ({ page }) => {
  await signIn(page, 'pan')
  await page.goto('/administration')
  await expect(page.getByRole('heading', { name: 'Your people' })).toBeVisible()
  await page.goto('/administration/audit')
  await expect(page.getByRole('heading', { name: 'There is no such page' })).toBeVisible()

  await page.goto('/profile')
  await page.getByRole('main').getByRole('button', { name: 'Sign out' }).click()
  await signIn(page, 'observer')
  await page.goto('/administration')
  await expect(page.getByRole('heading', { name: 'There is no such page' })).toBeVisible()
})

test('one changes one’s own language, and the page follows, there and back', async ({ page }) => {
  await signIn(page, 'nga')
  await page.goto('/profile')
  await page.locator('input').and(page.getByLabel('Language')).click()
  await page.getByRole('listbox').getByRole('option', { name: 'Français' }).click()
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('heading', { name: 'Votre profil' })).toBeVisible()
  await expectAccessible(page)

  await page.locator('input').and(page.getByLabel('Langue')).click()
  await page.getByRole('listbox').getByRole('option', { name: 'English' }).click()
  await page.getByRole('button', { name: 'Enregistrer' }).click()
  await expect(page.getByRole('heading', { name: 'Your profile' })).toBeVisible()
})

test('people read from right to left in Arabic @phone', async ({ page }) => {
  await signIn(page, 'secretariat')
  await useLanguage(page, 'ar')
  await page.goto('/administration')
  await expect(page.getByRole('heading', { level: 1, name: 'الأشخاص' })).toBeVisible()
  await expectAccessible(page)
})

import { expect } from '@playwright/test'
import { expectAccessible, signIn, test } from './fixtures'

test('the public finds a champion by its name in another language, but not its people @phone', async ({
  page,
}) => {
  await page.goto('/champions')
  await page.getByRole('searchbox').fill('maroc')
  await expect(page).toHaveURL(/q=maroc/)
  await expect(page.getByRole('link', { name: 'Kenya' })).toHaveCount(0)
  await page.getByRole('link', { name: 'Morocco' }).click()
  await expect(page.getByRole('heading', { name: 'Morocco', level: 1 })).toBeFocused()
  await expect(page.getByRole('heading', { name: 'Focal points' })).toHaveCount(0)
  await expectAccessible(page)
})

test('a focal point describes its own champion and nobody else’s', async ({ page }) => {
  await signIn(page, 'sen')
  await page.goto('/champions?q=senegal')
  await page.getByRole('link', { name: 'Senegal' }).click()
  await page.getByRole('button', { name: 'Describe your work' }).click()
  const words = `Search at sea with our neighbours, ${Date.now()}.`
  await page.getByRole('dialog').getByLabel('As a champion').fill(words)
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(page.getByText(words)).toBeVisible()

  await page.goto('/champions?q=mali')
  await page.getByRole('link', { name: 'Mali', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Focal points' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Describe your work' })).toHaveCount(0)
})

test('the secretariat lets a champion leave, with the reason, and takes it back', async ({ page }) => {
  await signIn(page, 'secretariat')
  await page.goto('/champions?q=honduras')
  await page.getByRole('link', { name: 'Honduras' }).click()
  await page.getByRole('button', { name: 'More' }).click()
  await page.getByRole('menuitem', { name: 'Leave the Initiative' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Let it leave' }).click()
  await expect(dialog.getByText('Please say why')).toBeVisible()
  await dialog.getByLabel('Reason').fill('Letter of the Permanent Mission.')
  await dialog.getByRole('button', { name: 'Let it leave' }).click()
  await expect(page.getByText(/left on/)).toBeVisible()

  await page.getByRole('button', { name: 'More' }).click()
  await page.getByRole('menuitem', { name: 'Take back' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Take back' }).click()
  await expect(page.getByText(/left on/)).toHaveCount(0)
})

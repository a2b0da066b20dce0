import { expect } from '@playwright/test'
import { expectAccessible, fillSignIn, test, useLanguage } from './fixtures'

test('the public reads what the Initiative is', async ({ page }) => {
  await page.goto('/')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Meetings' })).toHaveCount(0)
  await expectAccessible(page)
})

test('a wrong password is said beside the field, and what was typed stays', async ({ page }) => {
  await page.goto('/sign-in')
  await fillSignIn(page, 'mar', 'not-the-password')
  await expect(page.getByText('E-mail or password is wrong.')).toBeVisible()
  await expect(page.getByLabel('E-mail')).toHaveValue('mar@demo.example')
  await expectAccessible(page)
})

test('a deep link survives signing in, a foreign one does not', async ({ page }) => {
  await page.goto('/sign-in?next=%2F%3Ffrom%3Dmail')
  await fillSignIn(page, 'mar')
  await expect(page).toHaveURL(/\/\?from=mail$/)

  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.goto('/sign-in?next=%2F%2Felsewhere.example')
  await fillSignIn(page, 'mar')
  await expect(page).toHaveURL(/127\.0\.0\.1:\d+\/$/)
})

test('a session survives a reload and ends in every tab', async ({ page, context }) => {
  await page.goto('/sign-in')
  await fillSignIn(page, 'mar')
  await expect(page).not.toHaveURL(/sign-in/)
  await page.reload()
  const signOut = page.getByRole('button', { name: 'Sign out' })
  await expect(signOut).toBeVisible()

  const other = await context.newPage()
  await other.goto('/')
  await expect(other.getByRole('button', { name: 'Sign out' })).toBeVisible()

  await signOut.click()
  await expect(page.getByRole('main').getByRole('link', { name: 'Sign in' })).toBeVisible()
  await expect(other.getByRole('main').getByRole('link', { name: 'Sign in' })).toBeVisible()
})

test('the keyboard alone reaches the content and the pages', async ({ page }) => {
  await page.goto('/')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Skip to the content' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('main')).toBeFocused()
})

test('Arabic reads from right to left, before the first paint too @phone', async ({ page }) => {
  await useLanguage(page, 'ar')
  await page.goto('/', { waitUntil: 'commit' })
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expectAccessible(page)
})

test('on a phone the rest of the pages are behind "More" @phone-only', async ({ page }) => {
  await page.goto('/')
  await page.getByRole('button', { name: 'More' }).click()
  await page.getByRole('dialog').getByRole('link', { name: 'Sign in' }).click()
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeFocused()
})

test('the API is documented without anything from elsewhere', async ({ page }) => {
  const blocked: string[] = []
  page.on('console', (message) => message.type() === 'error' && blocked.push(message.text()))
  await page.goto('/api/docs')
  await expect(page.getByText('The API of the Champion countries Initiative')).toBeVisible()
  expect(blocked).toEqual([])
})

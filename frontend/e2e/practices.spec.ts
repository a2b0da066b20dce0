import { expect, type Page } from '@playwright/test'
import { expectAccessible, signIn, test, useLanguage } from './fixtures'

const unique = (title: string) => `${title} ${Date.now()}`

const title = (page: Page) => page.getByRole('textbox', { name: 'Title', exact: true })

const isSaved = (page: Page) => expect(page.getByText(/^Saved/).filter({ visible: true })).toBeVisible()

const step = (page: Page, name: string) =>
  page.getByRole('navigation', { name: /Steps of the form/ }).getByRole('button', { name })

test('nothing that was typed is lost with the line or the tab', async ({ page, context }) => {
  test.slow()
  await signIn(page, 'mar')
  await page.goto('/practices/new')
  await expect(title(page)).toBeVisible()
  const named = unique('Written on a train')

  await context.setOffline(true)
  await title(page).fill(named)
  await step(page, 'What it changed').click()
  await page.getByLabel('Key lessons').fill('Typed before anything was saved.')
  await step(page, 'For the record').click()
  await page.getByLabel('Further reading').fill('https://example.org/whole\nhttps')
  await expect(
    page.getByText('Not saved: no connection, kept on this device').filter({ visible: true }),
  ).toBeVisible()
  await page.close()
  await context.setOffline(false)

  const reopened = await context.newPage()
  await reopened.goto('/practices/new')
  await expect(reopened).toHaveURL(/\/edit$/)
  await expect(title(reopened)).toHaveValue(named)
  await isSaved(reopened)
  await step(reopened, 'What it changed').click()
  await expect(reopened.getByLabel('Key lessons')).toHaveValue('Typed before anything was saved.')

  await context.setOffline(true)
  await reopened.getByLabel('Benefit and impact').fill('Typed in the tunnel.')
  await expect(
    reopened.getByText('Not saved: no connection, kept on this device').filter({ visible: true }),
  ).toBeVisible()
  const address = reopened.url()
  await reopened.close()
  await context.setOffline(false)

  const last = await context.newPage()
  await last.goto(address)
  await isSaved(last)
  await last.reload()
  await step(last, 'What it changed').click()
  await expect(last.getByLabel('Benefit and impact')).toHaveValue('Typed in the tunnel.')
  await step(last, 'For the record').click()
  await expect(last.getByLabel('Further reading')).toHaveValue('https://example.org/whole\nhttps')
})

test('a draft that the server began and could not tell of is begun once', async ({ page, context }) => {
  await signIn(page, 'mar')
  const named = unique('Begun once')
  let attempts = 0
  await context.route('**/api/v1/practices', async (route) => {
    if (route.request().method() !== 'POST') return route.continue()
    attempts += 1
    if (attempts > 1) return route.continue()
    await route.fetch()
    return route.abort()
  })

  await page.goto('/practices/new')
  await title(page).fill(named)
  await page.getByLabel('Summary').fill('One sentence.')
  await expect(
    page.getByText('Not saved: no connection, kept on this device').filter({ visible: true }),
  ).toBeVisible()
  await page.evaluate(() => window.dispatchEvent(new Event('online')))
  await expect(page).toHaveURL(/\/edit$/)
  await isSaved(page)

  await page.goto(`/practices?view=ours&q=${encodeURIComponent(named)}`)
  await expect(page.getByRole('link', { name: named })).toHaveCount(1)
})

test('the list is what its address says @phone', async ({ page }) => {
  await page.goto('/practices')
  await expect(page.getByRole('heading', { level: 1, name: 'Good practices' })).toBeVisible()
  const sheet = page.getByRole('button', { name: 'Filters' })
  if (await sheet.isVisible()) await sheet.click()
  await page.getByRole('checkbox', { name: 'Tool or service' }).check()
  await expect(page).toHaveURL(/type_of_practice=.*tool_or_service/)
  await page.keyboard.press('Escape')
  const rows = page.getByRole('list', { name: 'Good practices' }).getByRole('listitem')
  await expect(rows.first()).toBeVisible()
  const address = page.url()

  await page.getByRole('searchbox').fill('no such words anywhere')
  await expect(page.getByText('No practice fits all of this')).toBeVisible()
  await page.goto(address)
  await expect(page.getByRole('button', { name: 'Remove the filter Tool or service' })).toBeVisible()
  await expectAccessible(page)
})

test('a practice reads from right to left @phone', async ({ page }) => {
  await useLanguage(page, 'ar')
  await page.goto('/practices')
  await page.getByRole('list', { name: 'الممارسات الجيدة' }).getByRole('link').first().click()
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl')
  await expectAccessible(page)
})

import { type Browser, expect, type Page, test } from '@playwright/test'
import { expectAccessible, signIn, useLanguage } from './fixtures'

const unique = (title: string) => `${title} ${Date.now()}`

const title = (page: Page) => page.getByRole('textbox', { name: 'Title', exact: true })

/** Chooses an option of a field that offers a list. */
async function choose(page: Page, field: string, option: string): Promise<void> {
  const input = page.getByRole('combobox', { name: field, exact: true })
  await input.click()
  await page.getByRole('option', { name: option, exact: true }).click()
  await input.press('Escape')
}

async function begin(page: Page, named: string): Promise<void> {
  await page.goto('/practices/new')
  await title(page).fill(named)
  await expect(page).toHaveURL(/\/practices\/[0-9a-f-]{36}\/edit$/)
  await expect(title(page)).toBeFocused()
}

const isSaved = (page: Page) => expect(page.getByText(/^Saved/).filter({ visible: true })).toBeVisible()

async function writeTheRest(page: Page): Promise<void> {
  await page.getByLabel('Summary').fill('Consular officers work in market halls one day a week.')
  await choose(page, 'Type of practice', 'Tool or service')
  await choose(page, 'Objectives it serves first of all', '14 Consular protection')
  await choose(page, 'Guiding principles', '1 People-centred')
  await page.getByLabel('First day').fill('2024-03-01')
  await choose(page, 'Geographic scope', 'National')
  await page.getByLabel('Main implementing organization').fill('Ministry of Foreign Affairs')
  await page.getByLabel('Whom the reviewers may ask').fill('Head of the consular service')
  await page.getByLabel('Benefit and impact').fill('Nine in ten files are closed the same day.')
  await page.getByLabel('Key lessons').fill('Go where people are.')
}

async function another(browser: Browser): Promise<Page> {
  return (await browser.newContext()).newPage()
}

test('a focal point submits a practice, the secretariat publishes it, the public reads it', async ({
  page,
  browser,
}) => {
  test.slow()
  const named = unique('Consulates on market days')

  await signIn(page, 'ken')
  await begin(page, named)
  await page.getByRole('button', { name: 'Submit for review' }).click()
  await expect(page.getByText('Please write this: the Migration Network Hub asks for it.')).toHaveCount(10)
  await expectAccessible(page)
  await writeTheRest(page)
  await expect(page.getByText('Everything that the Hub asks for is there.')).toBeVisible()
  await page.getByRole('button', { name: 'Submit for review' }).click()
  await expect(page.getByText(/it waits for the secretariat/)).toBeVisible()

  const officer = await another(browser)
  await signIn(officer, 'secretariat')
  await officer.goto('/practices/review')
  const waiting = officer.getByRole('listitem').filter({ hasText: named })
  await expect(waiting).toContainText('Kenya · Came today')
  await expectAccessible(officer)
  await waiting.getByRole('button', { name: 'Take up' }).click()
  await waiting.getByRole('button', { name: 'Accept' }).click()
  await waiting.getByRole('button', { name: 'Publish' }).click()
  await officer.getByRole('dialog').getByRole('button', { name: 'Publish' }).click()
  await expect(waiting).toHaveCount(0)

  const reader = await another(browser)
  await reader.goto('/practices')
  await reader.getByRole('link', { name: named }).click()
  await expect(reader.getByRole('heading', { level: 1, name: named })).toBeFocused()
  await expect(reader.getByText('Nine in ten files are closed the same day.')).toBeVisible()
  await expect(reader.getByText('Head of the consular service')).toHaveCount(0)
  await expectAccessible(reader)
  await reader.getByText('Cite this version').click()
  await expect(reader.getByText(/Kenya, “Consulates on market days .*version 1/).last()).toBeVisible()
  await reader.getByRole('link', { name: 'Version 1' }).click()
  await expect(reader).toHaveURL(/versions\/1$/)
})

test('what the secretariat asks for is read beside the form', async ({ page, browser }) => {
  test.slow()
  const named = unique('A practice to mend')
  await signIn(page, 'prt')
  await begin(page, named)
  await writeTheRest(page)
  await expect(page.getByText('Everything that the Hub asks for is there.')).toBeVisible()
  await page.getByRole('button', { name: 'Submit for review' }).click()
  await expect(page.getByText(/it waits for the secretariat/)).toBeVisible()

  const officer = await another(browser)
  await signIn(officer, 'secretariat')
  await officer.goto('/practices/review')
  const waiting = officer.getByRole('listitem').filter({ hasText: named })
  await waiting.getByRole('button', { name: 'Request changes' }).click()
  const dialog = officer.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Request changes' }).click()
  await expect(dialog.getByText(/Please say why/)).toBeVisible()
  await dialog.getByLabel('Reason').fill('Spell out the acronyms.')
  await dialog.getByRole('button', { name: 'Request changes' }).click()
  await expect(waiting).toHaveCount(0)

  await page.reload()
  await expect(page.getByText('Spell out the acronyms.').first()).toBeVisible()
  await page.getByRole('link', { name: 'Go on writing' }).click()
  await expect(page).toHaveURL(/\/edit$/)
  await expect(page.getByText('Spell out the acronyms.')).toBeVisible()
})

test('nothing that was typed is lost with the line or the tab', async ({ page, context }) => {
  test.slow()
  await signIn(page, 'mar')
  await page.goto('/practices/new')
  await expect(title(page)).toBeVisible()
  const named = unique('Written on a train')

  await context.setOffline(true)
  await title(page).fill(named)
  await page.getByLabel('Key lessons').fill('Typed before anything was saved.')
  await expect(
    page.getByText('Not saved: no connection, kept on this device').filter({ visible: true }),
  ).toBeVisible()
  await page.close()
  await context.setOffline(false)

  const reopened = await context.newPage()
  await reopened.goto('/practices/new')
  await expect(reopened).toHaveURL(/\/edit$/)
  await expect(title(reopened)).toHaveValue(named)
  await expect(reopened.getByLabel('Key lessons')).toHaveValue('Typed before anything was saved.')
  await isSaved(reopened)

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
  await expect(last.getByLabel('Benefit and impact')).toHaveValue('Typed in the tunnel.')
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

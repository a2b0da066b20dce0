import { expect, type Page } from '@playwright/test'
import { expectAccessible, signIn, test, useLanguage } from './fixtures'

/** The latest review of the plan in force. */
async function openReview(page: Page): Promise<void> {
  await page.goto('/workplan')
  await page.getByRole('link', { name: 'Review', exact: true }).click()
  await expect(page.getByText(/^Since \d+ \w+ \d{4}: changed \d+/)).toBeVisible()
}

test('co-chairs go through the plan with the keyboard, and nothing typed is lost on the way', async ({
  page,
}) => {
  const told = `Three offers received ${Date.now()}.`
  await signIn(page, 'gha')
  await openReview(page)
  const items = page.getByRole('main').locator('ol > li')
  const renamed = items.filter({ hasText: 'Regional calls ahead of the Regional Reviews, Africa' })
  await expect(renamed.locator('ins').first()).toHaveText(/ahead of the Regional Reviews/)
  await expectAccessible(page)

  await page.keyboard.press('j')
  await expect(items.nth(1)).toHaveAttribute('aria-current', 'true')
  await page.keyboard.press('u')
  await page.keyboard.type(told)
  await page.keyboard.press('Escape')
  await page.keyboard.press('k')
  await page.keyboard.press('j')
  await expect(items.nth(1).getByLabel('What has happened')).toHaveValue(told)
  await page.keyboard.press('u')
  await page.keyboard.press('Control+Enter')
  await expect(items.nth(1)).toContainText(`At this meeting: ${told}`)
  await expect(items.nth(2)).toHaveAttribute('aria-current', 'true')

  await page.getByLabel('Only what changed').check({ force: true })
  await expect(items.filter({ hasText: 'Exchange on the certification of disappearance' })).toHaveCount(0)
})

test('the plan prints on one sheet, and its timeline shows meetings and processes', async ({ page }) => {
  await signIn(page, 'prt')
  await page.goto('/workplan')
  const timeline = page.getByRole('region', { name: 'Timeline of the workplan' })
  await expect(timeline.getByRole('link', { name: /^Meeting: .+ 20\d\d\.$/ }).first()).toBeVisible()
  await expect(timeline.getByRole('link', { name: /^Process: / }).first()).toBeVisible()
  await expect(page.getByText(/by decision 2: The workplan is adopted/)).toBeVisible()

  await page.getByRole('link', { name: 'One page' }).click()
  await expect(page.getByRole('row').nth(20)).toBeVisible()
  await expectAccessible(page)
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
  expect(pdf.match(/\/Type\s*\/Page\b(?!s)/g)).toHaveLength(1)
})

test('a spreadsheet in which items wait for one another is refused at its cells', async ({ page }) => {
  await signIn(page, 'gha')
  await page.goto('/workplan')
  await page.getByRole('button', { name: 'Spreadsheet' }).click()
  await page.getByRole('menuitem', { name: 'Bring in a spreadsheet' }).click()
  await page.getByLabel('Choose a file').setInputFiles({
    name: 'plan.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('Title,Area,Waits for\nOne,dialogue,Two\nTwo,dialogue,One\n'),
  })

  await expect(page.getByText('C2: These would wait for one another')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Make these changes' })).toBeDisabled()
  await expectAccessible(page)
})

test('a plan is adopted at a meeting by its decision', async ({ page }) => {
  await signIn(page, 'secretariat')
  await page.goto('/workplan/plans/new')
  await page.getByLabel('Title').fill(`Workplan of the first year ${Date.now()}`)
  await page.getByLabel(/First day/).fill('2019-01-01')
  await page.getByLabel(/Last day/).fill('2019-12-31')
  await page.getByRole('main').getByRole('button').last().click()
  await expect(page.getByText('Draft, not adopted yet')).toBeVisible()

  await page.getByRole('button', { name: 'More for this workplan' }).click()
  await page.getByRole('menuitem', { name: 'Adopt' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('combobox', { name: /At which meeting/ }).click()
  await page.getByRole('option').last().click()
  await expectAccessible(page)
  await dialog.getByRole('button', { name: 'Adopt' }).click()

  await expect(page.getByRole('link', { name: /^Adopted at “/ })).toBeVisible()
})

test('in Arabic the review and the one page fit a phone @phone-only @phone', async ({ page }) => {
  await useLanguage(page, 'ar')
  await page.goto('/sign-in')
  await page.locator('input[name=username]').fill('gha@demo.example')
  await page.locator('input[name=password]').fill(process.env.E2E_PASSWORD ?? '')
  await page.locator('main button[type=submit]').click()
  await expect(page).not.toHaveURL(/sign-in/)

  await page.goto('/workplan/summary')
  await expect(page.getByRole('row').nth(20)).toBeVisible()
  await expectAccessible(page)
  await page.goto('/workplan')
  await page.getByRole('link', { name: 'المراجعة' }).click()
  await expect(page.getByLabel('ما تغيّر فقط')).toBeAttached()
  await expectAccessible(page)
})

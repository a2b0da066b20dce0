import { expect, type Page, test } from '@playwright/test'
import { expectAccessible, signIn, useLanguage } from './fixtures'

/** An item of its own, so that the tests neither meet one another nor change the demonstration's. */
async function addItem(page: Page, title: string, area: RegExp): Promise<void> {
  await page.goto('/workplan/new')
  await page.getByLabel('Title').fill(title)
  await page.getByRole('combobox', { name: 'Area of work' }).click()
  await page.getByRole('option', { name: area }).click()
  await page.getByRole('button', { name: 'Add the item' }).click()
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
}

async function removeItem(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'More for this item' }).click()
  await page.getByRole('menuitem', { name: 'Delete' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click()
  await expect(page).toHaveURL(/\/workplan(\?|$)/)
}

const named = (name: string) => `${name} ${Date.now()}`

test('a co-chair sees where the plan stands, and what needs attention, at a glance', async ({ page }) => {
  await signIn(page, 'gha')
  await page.goto('/workplan')

  await expect(page.getByText(/Adopted \d+ \w+ \d{4} · \d+ items? · .* done/)).toBeVisible()
  const attention = page.getByRole('region', { name: 'Needs attention' })
  await expect(attention.getByText(/\d+ days? late/).first()).toBeVisible()
  await expectAccessible(page)
})

test('a co-chair reports progress, and the item moves', async ({ page }) => {
  const title = named('Calls to report on')
  await signIn(page, 'gha')
  await addItem(page, title, /dialogue/i)

  await page.getByLabel('What was done').fill('Two of four calls held.')
  await page.reload()
  await expect(page.getByLabel('What was done')).toHaveValue('Two of four calls held.')
  await page.getByRole('combobox', { name: /Where it stands since/ }).click()
  await page.getByRole('option', { name: 'On track' }).click()
  await page.getByRole('button', { name: 'Report', exact: true }).click()

  const updates = page.getByRole('region', { name: 'Progress' }).getByRole('listitem')
  await expect(updates.first()).toContainText('Two of four calls held.')
  await expect(updates.first()).toContainText('On track')
  await expect(page.getByLabel('What was done')).toHaveValue('')
  await expectAccessible(page)
  await removeItem(page)
})

test('a co-chair moves an item on the board with its menu, and with the keyboard alone', async ({ page }) => {
  const title = named('Item to move')
  await signIn(page, 'gha')
  await addItem(page, title, /sharing/i)
  const item = page.url()
  await page.goto(`/workplan?view=board&q=${encodeURIComponent(title)}`)
  const column = (name: string) => page.getByRole('region', { name: new RegExp(`^${name}`) })
  await expect(column('Not started').getByRole('link', { name: title })).toBeVisible()

  await page.getByRole('button', { name: `Move “${title}”` }).click()
  await page.getByRole('menuitem', { name: 'At risk' }).click()
  await page
    .getByRole('dialog')
    .getByLabel(/What has happened/)
    .fill('The room is not free.')
  await page.getByRole('dialog').getByRole('button', { name: 'Move' }).click()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(column('At risk').getByRole('link', { name: title })).toBeVisible()

  await page.getByRole('button', { name: `Drag “${title}”` }).focus()
  await page.keyboard.press('Space')
  await expect(page.getByText(`“${title}” is over At risk.`)).toBeAttached()
  await page.keyboard.press('ArrowRight')
  await expect(page.getByText(`“${title}” is over Delayed.`)).toBeAttached()
  await page.keyboard.press('Space')
  await page.getByRole('dialog').getByRole('button', { name: 'Move' }).click()
  await expect(column('Delayed').getByRole('link', { name: title })).toBeVisible()
  await expectAccessible(page)

  await page.goto(item)
  await expect(page.getByText('The room is not free.')).toBeVisible()
  await removeItem(page)
})

test('a change of somebody else meanwhile is merged, or asked about', async ({ page, browser }) => {
  const title = named('Item for two')
  await signIn(page, 'gha')
  await addItem(page, title, /leveraging/i)
  await page.getByRole('link', { name: 'Edit' }).click()
  await page.getByRole('textbox', { name: /What is to be done/ }).fill('Mine.')

  const other = await browser.newPage()
  await signIn(other, 'ecu')
  await other.goto(page.url())
  await other.getByRole('textbox', { name: /What is to be done/ }).fill('Theirs.')
  await other.getByRole('button', { name: 'Save' }).click()
  await expect(other.getByText('Theirs.')).toBeVisible()

  await page.getByRole('button', { name: 'Save' }).click()
  const dialog = page.getByRole('dialog', { name: 'Changed in the meantime' })
  await expect(dialog).toContainText('Theirs.')
  await dialog.getByRole('button', { name: 'Save my choice' }).click()
  await expect(page.getByText('Mine.')).toBeVisible()
  await removeItem(page)
})

test('a past co-chair reads the plan and can change nothing in it', async ({ page }) => {
  await signIn(page, 'prt')
  await page.goto('/workplan')
  await expect(page.getByRole('region', { name: 'Timeline of the workplan' })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Add an item' })).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'More for this workplan' })).toHaveCount(0)

  await page.goto('/workplan/new')
  await expect(page.getByText('Workplans are changed by the co-chairs and the secretariat.')).toBeVisible()

  await page.goto('/workplan?view=table')
  await page.getByRole('link', { name: 'Mapping of national implementation plans' }).click()
  await expect(page.getByRole('region', { name: 'Progress' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Report', exact: true })).toHaveCount(0)
  await expect(page.getByRole('link', { name: 'Edit' })).toHaveCount(0)
})

test('filters and view are in the URL, and survive a reload', async ({ page }) => {
  await signIn(page, 'prt')
  await page.goto('/workplan?view=table')
  await page.getByRole('button', { name: 'Overdue' }).click()
  await expect(page).toHaveURL(/is_overdue=true/)
  await page.reload()
  await expect(page.getByRole('button', { name: 'Overdue' })).toHaveAttribute('aria-pressed', 'true')
  for (const badge of await page.getByRole('table').getByRole('row', { name: /\d{4}/ }).all())
    await expect(badge).toContainText(/days? late/)
})

test('an observer reads what is shared and is offered nothing to change @phone', async ({ page }) => {
  await signIn(page, 'observer')
  await page.goto('/workplan')
  await expect(page.getByRole('region', { name: 'Needs attention' })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Add an item' })).toHaveCount(0)
  await expectAccessible(page)
})

test('in Arabic the board reads from right to left @phone', async ({ page }) => {
  await useLanguage(page, 'ar')
  await page.goto('/sign-in')
  await page.locator('input[name=username]').fill('gha@demo.example')
  await page.locator('input[name=password]').fill(process.env.E2E_PASSWORD ?? '')
  await page.locator('main button[type=submit]').click()
  await expect(page).not.toHaveURL(/sign-in/)
  await page.goto('/workplan?view=board')
  await expect(page.getByRole('heading', { name: 'على المسار' })).toBeVisible()
  await expectAccessible(page)
})

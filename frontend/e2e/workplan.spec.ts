import { expect } from '@playwright/test'
import { expectAccessible, signIn, test, useLanguage } from './fixtures'
import { changeItem, planWith } from './workplan'

const named = (name: string) => `${name} ${test.info().testId}`

test('a co-chair sees where the plan stands, and what needs attention, at a glance', async ({ page }) => {
  await signIn(page, 'gha')
  await page.goto('/workplan')

  await expect(page.getByText(/Adopted \d+ \w+ \d{4} · \d+ items? · .* done/)).toBeVisible()
  const attention = page.getByRole('region', { name: 'Needs attention' })
  await expect(attention.getByText(/\d+ days? late/).first()).toBeVisible()
  await expectAccessible(page)
})

test('a co-chair adds an item', async ({ page, request }) => {
  const title = named('An item')
  const plan = await planWith(request, named('Plan to add to'), [])
  await signIn(page, 'gha')
  await page.goto(`/workplan/new?workplan=${plan.id}`)
  await page.getByLabel('Title').fill(title)
  await page.getByRole('combobox', { name: 'Area of work' }).click()
  await page.getByRole('option', { name: /dialogue/i }).click()
  await page.getByRole('button', { name: 'Add the item' }).click()
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()

  await page.getByRole('button', { name: 'More for this item' }).click()
  await page.getByRole('menuitem', { name: 'Delete' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click()
  await expect(page).toHaveURL(/\/workplan(\?|$)/)
})

test('a co-chair reports progress, and the item moves', async ({ page, request }) => {
  const title = named('Calls to report on')
  const { items } = await planWith(request, named('Plan to report on'), [{ title }])
  await signIn(page, 'gha')
  await page.goto(`/workplan/${items[0]?.id}`)

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
})

test('a co-chair moves an item on the board with its menu and with the keyboard alone, and takes it back', async ({
  page,
  request,
}) => {
  const title = named('Item to move')
  const { id, items } = await planWith(request, named('Plan to move in'), [{ title }])
  await signIn(page, 'gha')
  await page.goto(`/workplan?view=board&workplan=${id}`)
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
  await page.keyboard.press('ArrowLeft')
  await expect(page.getByText(`“${title}” is over On track.`)).toBeAttached()
  await page.keyboard.press('Space')
  await expect(column('On track').getByRole('link', { name: title })).toBeVisible()
  await expectAccessible(page)
  await page.keyboard.press('Control+z')
  await expect(column('At risk').getByRole('link', { name: title })).toBeVisible()

  await page.goto(`/workplan/${items[0]?.id}`)
  await expect(page.getByText('The room is not free.')).toBeVisible()
})

test('a change of somebody else meanwhile is merged, or asked about', async ({ page, request }) => {
  const title = named('Item for two')
  const { items } = await planWith(request, named('Plan for two'), [{ title }])
  await signIn(page, 'gha')
  await page.goto(`/workplan/${items[0]?.id}/edit`)
  await page.getByRole('textbox', { name: /What is to be done/ }).fill('Mine.')
  if (items[0]) await changeItem(request, items[0], { description: 'Theirs.' })

  await page.getByRole('button', { name: 'Save' }).click()
  const dialog = page.getByRole('dialog', { name: 'Changed in the meantime' })
  await expect(dialog).toContainText('Theirs.')
  await dialog.getByRole('button', { name: 'Save my choice' }).click()
  await expect(page.getByText('Mine.')).toBeVisible()
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
  for (const badge of await page.getByRole('grid').getByRole('row', { name: /\d{4}/ }).all())
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
  await signIn(page, 'gha')
  await useLanguage(page, 'ar')
  await page.goto('/workplan?view=board')
  await expect(page.getByRole('heading', { name: 'على المسار' })).toBeVisible()
  await expectAccessible(page)
})

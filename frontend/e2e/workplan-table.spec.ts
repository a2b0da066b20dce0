import { expect, type Page } from '@playwright/test'
import { expectAccessible, signIn, test, useLanguage } from './fixtures'
import { changeItem, planWith } from './workplan'

const named = (name: string) => `${name} ${test.info().testId}`
const cell = (page: Page, title: string, column: number) =>
  page.getByRole('row', { name: title }).locator(`[aria-colindex="${column}"]`)
const STATUS = 3
const STARTS = 5
const DUE = 6
const DONE = 7

test('a co-chair changes the plan in its table with the keyboard, and takes a change back', async ({
  page,
  request,
}) => {
  const [calls, note] = [named('Calls'), named('Note')]
  const plan = await planWith(request, named('Plan to type in'), [
    { title: calls, starts_on: '2027-02-01', due_on: '2027-03-01' },
    { title: note, due_on: '2027-04-01' },
  ])
  await signIn(page, 'gha')
  await page.goto(`/workplan?view=table&workplan=${plan.id}`)

  await page.getByRole('link', { name: calls }).focus()
  for (const key of ['End', 'ArrowLeft']) await page.keyboard.press(key)
  await expect(cell(page, calls, DONE)).toBeFocused()
  await page.keyboard.press('Enter')
  await page.keyboard.type('400')
  await page.keyboard.press('Enter')
  await expect(cell(page, calls, DONE).getByText('From 0 to 100.')).toBeVisible()
  await page.keyboard.press('Backspace')
  await page.keyboard.press('Enter')
  await expect(cell(page, calls, DONE)).toHaveText('40%')
  await expect(cell(page, calls, DONE)).toBeFocused()

  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('F2')
  await cell(page, calls, DUE)
    .getByLabel(/Due on/)
    .fill('2027-01-15')
  await page.keyboard.press('Enter')
  await expect(cell(page, calls, DUE).getByText(/It starts on 2027-02-01/)).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(cell(page, calls, DUE)).toHaveText('1 Mar 2027')

  await page.keyboard.press('Control+Home')
  for (let step = 1; step < STATUS; step++) await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  await page.getByRole('option', { name: 'Dropped' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Why it is dropped').fill('Taken up by the Network.')
  await dialog.getByRole('button', { name: 'Move' }).click()
  await expect(cell(page, calls, STATUS)).toHaveText('Dropped')
  await page.getByRole('button', { name: 'Undo' }).click()
  await expect(cell(page, calls, STATUS)).toHaveText('Not started')
  await expectAccessible(page)
})

test('both versions are shown where somebody else changed the same cell', async ({ page, request }) => {
  const title = named('Item for two')
  const { id, items } = await planWith(request, named('Plan for two'), [{ title, percentage: 10 }])
  await signIn(page, 'gha')
  await page.goto(`/workplan?view=table&workplan=${id}`)

  await cell(page, title, DONE).click()
  await cell(page, title, DONE).getByRole('textbox').fill('30')
  if (items[0]) await changeItem(request, items[0], { percentage: 20 })
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: 'Changed in the meantime' })
  await expect(dialog).toContainText('20%')
  await dialog.getByRole('button', { name: 'Save my choice' }).click()

  await expect(cell(page, title, DONE)).toHaveText('30%')
})

test('many items change at once, all or none, and all go back', async ({ page, request }) => {
  const titles = ['First', 'Second', 'Third'].map(named)
  const { id, items } = await planWith(
    request,
    named('Plan for many'),
    titles.map((title, place) => ({ title, due_on: `2027-03-0${place + 1}` })),
  )
  await signIn(page, 'gha')
  await page.goto(`/workplan?view=table&workplan=${id}`)

  await page.getByRole('link', { name: titles[0] }).focus()
  await page.keyboard.press('Shift+ArrowDown')
  await page.keyboard.press('Shift+ArrowDown')
  await expect(page.getByText('3 items selected')).toBeVisible()
  await page.getByRole('button', { name: 'Change…' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('checkbox', { name: 'Due on' }).check()
  await dialog.getByLabel('Due on').and(dialog.locator('[type=date]')).fill('2027-06-30')
  if (items[1]) await changeItem(request, items[1], { percentage: 5 })
  await dialog.getByRole('button', { name: 'Change 3 items' }).click()
  await expect(dialog.getByRole('alert')).toContainText(titles[1] ?? '')
  await expectAccessible(page)
  await dialog.getByRole('button', { name: 'Change them all the same' }).click()

  await expect(page.getByRole('dialog')).toHaveCount(0)
  for (const title of titles) await expect(cell(page, title, DUE)).toHaveText('30 Jun 2027')
  await page.keyboard.press('Control+z')
  for (const [place, title] of titles.entries())
    await expect(cell(page, title, DUE)).toHaveText(`${place + 1} Mar 2027`)
})

test('in Arabic the arrows follow the eye', async ({ page, request }) => {
  const title = named('Item')
  const { id } = await planWith(request, named('Plan'), [{ title, starts_on: '2027-02-01' }])
  await signIn(page, 'gha')
  await useLanguage(page, 'ar')
  await page.goto(`/workplan?view=table&workplan=${id}`)

  await page.getByRole('link', { name: title }).focus()
  for (const _ of ['status', 'lead', 'start']) await page.keyboard.press('ArrowLeft')
  await expect(cell(page, title, STARTS)).toBeFocused()
  await expectAccessible(page)
})

test('who may not change the plan reads its table; on a phone it is a list @phone', async ({ page }) => {
  await signIn(page, 'prt')
  await page.goto('/workplan?view=table')
  await expect(page.getByRole('link', { name: 'Mapping of national implementation plans' })).toBeVisible()
  await expect(page.getByRole('checkbox')).toHaveCount(0)
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  expect(overflow).toBeLessThanOrEqual(0)
  await expectAccessible(page)
})

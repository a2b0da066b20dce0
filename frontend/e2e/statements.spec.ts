import { expect } from '@playwright/test'
import { expectAccessible, signIn, test, useLanguage } from './fixtures'
import { OwnProduct } from './ownProduct'

const HOUR = 3_600_000
const TEXT =
  'We, the Champion countries, welcome the progress made.\n\nWe call for safe and regular pathways.'

test('a statement is drafted together: a version, an amendment, the next version with it @phone', async ({
  page,
  browser,
}) => {
  await signIn(page, 'prt')
  await page.goto('/statements')
  await expectAccessible(page)
  await page.getByRole('link', { name: 'Begin a statement' }).click()
  await page.getByLabel('Title').fill(`Statement of ${test.info().testId}`)
  await page.getByRole('button', { name: 'Begin' }).click()
  await page.getByRole('textbox', { name: 'Text' }).fill(TEXT)
  await page.reload()
  await expect(page.getByRole('textbox', { name: 'Text' })).toHaveValue(TEXT)
  await page.getByRole('button', { name: 'Save the version' }).click()
  await expect(page.getByText('We call for safe and regular pathways.')).toBeVisible()

  const other = await (await browser.newContext()).newPage()
  await signIn(other, 'ken')
  await other.goto(new URL(page.url()).pathname)
  await other.getByRole('button', { name: 'Remark on paragraph 2' }).click()
  const dialog = other.getByRole('dialog')
  await dialog.locator('input').and(dialog.getByLabel('What is it?')).click()
  await other.getByRole('option', { name: 'An amendment of the text' }).click()
  await dialog.getByRole('button', { name: 'Send the remark' }).click()
  await expect(dialog.getByText('Change the paragraph: this is its text as it stands.')).toBeVisible()
  await dialog
    .getByLabel('The paragraph as it should read')
    .fill('We call for safe, orderly and regular pathways.')
  await dialog.getByRole('button', { name: 'Send the remark' }).click()
  await expect(other.getByRole('article', { name: 'Remark of Kenya' })).toBeVisible()

  await page.reload()
  const remark = page.getByRole('article', { name: 'Remark of Kenya' })
  await remark.getByRole('button', { name: 'Accept' }).click()
  await expect(remark.getByText(/accepted/)).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('link', { name: 'Write the next version' }).click()
  await expect(page.getByRole('textbox', { name: 'Text' })).toHaveValue(/safe, orderly and regular/)
  await page.getByRole('button', { name: 'Save the version' }).click()
  await expect(page).toHaveURL(/version=2/)
  await page.goto(`${new URL(page.url()).pathname}?version=2&against=1`)
  await expect(page.getByRole('insertion')).toHaveText(', orderly')
})

test('a statement goes through silence: broken once, then adopted, and States sign on', async ({
  browser,
}) => {
  test.setTimeout(300_000)
  const product = await OwnProduct.begin(browser)
  try {
    const opened = new Date()
    await product.setClock(opened)
    const { body: statement } = await product.call('gha', 'POST', '/statements', { title: 'On pathways' })
    const path = `/statements/${statement.id}`
    await product.call('gha', 'POST', `${path}/versions`, { text: TEXT })

    const chair = await product.as('gha')
    await chair.goto(path)
    await chair.getByRole('button', { name: 'Put under silence' }).click()
    const dialog = chair.getByRole('dialog')
    const end = await dialog.getByLabel('Silence until').inputValue()
    await dialog.getByLabel('Silence until').fill(local(new Date(opened.getTime() + 5 * HOUR)))
    await expect(dialog.getByText(/At least 72 hours are needed/)).toBeVisible()
    await dialog.getByLabel('Silence until').fill(end)
    await dialog.getByRole('button', { name: 'Put under silence' }).click()
    await expect(chair.getByText(/^Version 1 is under silence\./)).toBeVisible()

    const objector = await product.as('ken')
    await objector.goto(path)
    await objector.getByRole('button', { name: 'Object' }).click()
    await objector.getByLabel('Reason').fill('Paragraph 2 goes beyond agreed language.')
    await objector.getByRole('dialog').getByRole('button', { name: 'Object' }).click()
    await expect(objector.getByText('A champion objected; a revised text follows.')).toBeVisible()

    await product.call('gha', 'POST', `${path}/versions`, {
      text: TEXT.replace('safe and', 'safe, orderly and'),
    })
    const until = new Date(opened.getTime() + 80 * HOUR)
    await product.call('gha', 'POST', `${path}/silence`, { version: 2, until: until.toISOString() })
    await product.setClock(new Date(until.getTime() - 1000))
    const before = await product.as('prt')
    await before.goto(path)
    await expect(
      before.getByText('It is adopted when silence ends, unless a champion objects.'),
    ).toBeVisible()
    await product.setClock(until)
    await before.reload()
    await expect(before.getByText(/^The silence on version 2 was not broken\./)).toBeVisible()
    await expect(before.getByText('Round 1: broken')).toBeVisible()
    await before.getByRole('button', { name: 'Sign for Portugal' }).click()
    await expect(before.getByRole('button', { name: 'Withdraw our signature' })).toBeVisible()
    await expectAccessible(before)
    const [certificate] = await Promise.all([
      before.waitForEvent('download'),
      before.getByRole('button', { name: 'Certificate' }).click(),
    ])
    expect(certificate.suggestedFilename()).toMatch(/\.pdf$/)
  } finally {
    await product.end()
  }
})

test('statements read from right to left in Arabic @phone', async ({ page }) => {
  await signIn(page, 'mar')
  await useLanguage(page, 'ar')
  await page.goto('/statements')
  await page.getByRole('link', { name: 'Joint statement on saving lives and the missing' }).click()
  await expect(page.getByRole('heading', { name: 'الإجراء الصامت' })).toBeVisible()
  await expectAccessible(page)
})

/** As an input for a date and a time takes it. */
const local = (at: Date): string => at.toISOString().slice(0, 16)

import { expect, type Page, test } from '@playwright/test'
import { expectAccessible, signIn, useLanguage } from './fixtures'

const card = (page: Page, name: string) => page.getByRole('region', { name })

test('the public reads what the Initiative is, who leads it and what it has to show @phone', async ({
  page,
}) => {
  await page.goto('/')

  await expect(card(page, 'In its own words')).toContainText('deepening and expanding the overall engagement')
  await expect(card(page, 'Co-chairs')).toContainText('Ghana and Ecuador')
  await expect(card(page, 'Latest good practices').getByRole('listitem').first()).toBeVisible()
  await expect(page.getByRole('link', { name: /29 champion countries/ })).toBeVisible()
  await expect(card(page, 'Due for you')).toHaveCount(0)
  await expectAccessible(page)
})

test('a co-chair finds what is due, the next meeting on three clocks, and the workplan at a glance @phone', async ({
  page,
}) => {
  await signIn(page, 'gha')

  await expect(page.getByText(/term day \d+ of \d+/)).toContainText('next pair: Bangladesh and Luxembourg')
  await expect(
    card(page, 'Due for you').getByRole('link', { name: 'Accept or decline 3 agenda proposals' }),
  ).toBeVisible()
  await expect(card(page, 'Due for you')).toContainText('days late')
  await expect(card(page, 'Next meeting')).toContainText('UTC')
  await expect(card(page, 'Workplan at a glance').getByRole('progressbar')).toHaveCount(4)
  await expectAccessible(page)
})

test('what waits leads to where it is done', async ({ page }) => {
  await signIn(page, 'bgd')

  await card(page, 'Due for you')
    .getByRole('link', { name: /Finish your draft/ })
    .click()

  await expect(page).toHaveURL(/\/practices\/[0-9a-f-]+\/edit$/)
})

test('the secretariat finds what waits in review', async ({ page }) => {
  await signIn(page, 'secretariat')

  await card(page, 'Due for you')
    .getByRole('button', { name: /^All \d+$/ })
    .click()

  await expect(
    card(page, 'Due for you')
      .getByRole('link', { name: /^Review / })
      .first(),
  ).toBeVisible()
  await expectAccessible(page)
})

test('news survive a reload, and an observer has nothing due', async ({ page }) => {
  await signIn(page, 'observer')
  const news = card(page, 'Since you were last here').getByRole('listitem')
  await expect(news.first()).toBeVisible()
  const told = await news.count()

  await page.reload()

  await expect(news).toHaveCount(told)
  await expect(card(page, 'Due for you')).toHaveCount(0)
})

test('home reads from right to left in Arabic @phone', async ({ page }) => {
  await useLanguage(page, 'ar')
  await page.goto('/')

  await expect(card(page, 'بكلماتها')).toBeVisible()
  await expectAccessible(page)
})

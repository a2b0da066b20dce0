import { expect, type Page } from '@playwright/test'
import { expectAccessible, signIn, test, useLanguage } from './fixtures'

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
  await page.goto('/')

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
  await page.goto('/')

  const due = card(page, 'Due for you')
  const all = due.getByRole('button', { name: /^All \d+$/ })
  const draft = due.getByRole('link', { name: /Finish your draft/ })
  await expect(all.or(draft).first()).toBeVisible()
  if (await all.isVisible()) await all.click()
  await draft.click()

  await expect(page).toHaveURL(/\/practices\/[0-9a-f-]+\/edit$/)
})

test('the secretariat finds what waits in review', async ({ page }) => {
  await signIn(page, 'secretariat')
  await page.goto('/')

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

test('what others did is news for the whole visit, and no longer at the next one', async ({
  page,
  browser,
}) => {
  const title = `Open house ${Date.now()}`
  await announceActivity(page, 'per', title)
  const told = page.waitForResponse('**/api/v1/me/seen')
  await signIn(page, 'can')
  await page.goto('/')
  const news = card(page, 'Since you were last here').getByRole('link', { name: title })
  await expect(news).toBeVisible()
  await told

  await page.reload()
  const nextVisit = await (await browser.newContext()).newPage()
  await signIn(nextVisit, 'can')
  await nextVisit.goto('/')

  await expect(news).toBeVisible()
  await expect(card(nextVisit, 'Since you were last here')).toBeVisible()
  await expect(nextVisit.getByRole('link', { name: title })).toHaveCount(0)
})

test('an observer reads what is shared, and is asked for nothing but advice', async ({ page }) => {
  await signIn(page, 'observer')
  await page.goto('/')

  await expect(card(page, 'Next meeting')).toContainText('Quarterly technical meeting')
  await expect(card(page, 'Latest good practices')).toBeVisible()
  await expect(card(page, 'Due for you').getByRole('listitem')).toHaveText([/^Advise on/])
})

async function announceActivity(page: Page, account: string, title: string): Promise<void> {
  const signedIn = await page.request.post('/api/v1/auth/token', {
    form: { username: `${account}@demo.example`, password: process.env.E2E_PASSWORD ?? '' },
  })
  const { access_token } = await signedIn.json()
  const made = await page.request.post('/api/v1/activities', {
    data: { title, kind: 'peer_learning' },
    headers: { Authorization: `Bearer ${access_token}` },
  })
  expect(made.ok(), await made.text()).toBe(true)
  await page.context().clearCookies()
}

test('home reads from right to left in Arabic @phone', async ({ page }) => {
  await useLanguage(page, 'ar')
  await page.goto('/')

  await expect(card(page, 'بكلماتها')).toBeVisible()
  await expectAccessible(page)
})

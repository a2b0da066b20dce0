import { expect } from '@playwright/test'
import { expectAccessible, signIn, test, useLanguage } from './fixtures'

test('the public finds what champions did and reads it @phone', async ({ page }) => {
  await page.goto('/activities')
  await expect(page.getByRole('heading', { name: 'Coming up' })).toBeVisible()
  await expectAccessible(page)

  await page.getByRole('searchbox').fill('missing migrants')
  await expect(page).toHaveURL(/q=missing/)
  await page.getByRole('link', { name: 'Cross-regional dialogue on missing migrants' }).click()

  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'Cross-regional dialogue on missing migrants',
  )
  await expect(page.getByRole('heading', { name: 'Lessons learned' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'More' }).and(page.locator('main *'))).toHaveCount(0)
  await expectAccessible(page)
})

test('a link with filters opens as it was shared', async ({ page }) => {
  await page.goto('/activities?objective=%5B8%5D&champion=%22GHA%22')

  await expect(page.getByRole('button', { name: 'Objective: 8 Saving lives' })).toBeVisible()
  await expect(page.getByRole('link', { name: 'Informal cross-regional dialogue' })).toBeVisible()
  await expect(page.getByText('Drafting clinic')).toHaveCount(0)
})

test('a focal point notes an activity, writes it down, plans it, postpones it and deletes another', async ({
  page,
}) => {
  await signIn(page, 'sen')
  await page.goto('/activities')
  await page.getByRole('link', { name: 'Note an activity' }).click()
  await page.getByRole('button', { name: 'Go on' }).click()
  await expect(page.getByText('Give it a title.')).toBeVisible()

  const title = `Exchange on return ${Date.now()}`
  await page.getByLabel('Title').fill(title)
  await page.getByRole('combobox', { name: 'Kind' }).click()
  await page.getByRole('option', { name: /Peer learning/ }).click()
  await page.getByRole('button', { name: 'Go on' }).click()

  await expect(page.getByRole('heading', { name: 'Edit the activity' })).toBeVisible()
  await expectAccessible(page)
  await page.getByLabel('What it is about').fill('Three ministries compare their procedures.')
  await expect(page.getByRole('status').filter({ hasText: /Saved/ })).toBeVisible()

  await page.getByLabel('Place').fill('Dakar')
  await page.reload()
  await expect(page.getByLabel('Place')).toHaveValue('Dakar')
  await page.getByRole('button', { name: 'Done' }).click()

  await expect(page.getByRole('heading', { level: 1 })).toHaveText(title)
  await expect(page.getByText('Three ministries compare')).toBeVisible()
  await page.getByRole('main').getByRole('button', { name: 'Plan it' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Plan it' }).click()
  await expect(page.getByRole('main').getByText('Planned', { exact: true })).toBeVisible()

  await page.getByRole('main').getByRole('button', { name: 'More' }).click()
  await page.getByRole('menuitem', { name: 'Postpone' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Postpone' }).click()
  await expect(page.getByText('Please say why')).toBeVisible()
  await page.getByRole('dialog').getByLabel('Reason').fill('The host asked for it.')
  await page.getByRole('dialog').getByRole('button', { name: 'Postpone' }).click()
  await expect(page.getByText('The host asked for it.')).toBeVisible()

  await page.getByRole('main').getByRole('button', { name: 'Take it up again' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Take it up again' }).click()
  await page.getByRole('main').getByRole('button', { name: 'More' }).click()
  await page.getByRole('menuitem', { name: 'Delete' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click()
  await expect(page).toHaveURL(/\/activities$/)
  await expect(page.getByText(title)).toHaveCount(0)
})

test('what was typed survives a lost line and a closed tab', async ({ page, context }) => {
  await signIn(page, 'gmb')
  await page.goto('/activities?q=missing%20migrants')
  await page.getByRole('link', { name: 'Cross-regional dialogue on missing migrants' }).click()
  await page.getByRole('link', { name: 'Edit' }).click()
  const lessons = page.getByRole('textbox', { name: 'Lessons learned' })
  await expect(lessons).toBeVisible()
  const address = page.url()
  const typed = `Invite the families first. ${Date.now()}`

  await context.setOffline(true)
  await lessons.fill(typed)
  await expect(page.getByText('Not saved: no connection, kept on this device')).toBeVisible()
  await page.close()
  await context.setOffline(false)

  const again = await context.newPage()
  await again.goto(address)
  await expect(again.getByLabel('Lessons learned')).toHaveValue(typed)
  await expect(again.getByRole('status').filter({ hasText: /Saved/ })).toBeVisible()
})

test('another champion reads an activity and cannot change it', async ({ page }) => {
  await signIn(page, 'ken')
  await page.goto('/activities?q=missing%20migrants')
  await page.getByRole('link', { name: 'Cross-regional dialogue on missing migrants' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page.getByRole('main').getByRole('link', { name: 'Edit' })).toHaveCount(0)

  await page.goto(`${page.url()}/edit`)
  await expect(page.getByText('This activity is not yours to change')).toBeVisible()
})

test('the calendar goes from day to day with the keyboard, and keeps month and filters in its address', async ({
  page,
}) => {
  await page.goto('/activities?view=calendar&month=2026-06&region=002')
  const grid = page.getByRole('grid', { name: /June 2026/ })
  await grid.getByRole('button', { name: /Monday,? 1 June 2026/ }).focus()
  await page.keyboard.press('ArrowLeft')
  await expect(page.getByRole('heading', { name: 'May 2026' })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/month=2026-05&region=002&day=2026-05-31/)
  await expect(page.getByRole('region', { name: 'Sunday, 31 May 2026' })).toBeVisible()
  await expectAccessible(page)

  await page.getByRole('button', { name: 'This month' }).click()
  await page.getByRole('button', { name: 'Region: Africa' }).click()
  await page.getByRole('radio', { name: 'Americas' }).click()
  await expect(page).toHaveURL(/view=calendar/)
  await page
    .getByRole('link', { name: /Champions' voices/ })
    .first()
    .click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/Champions' voices/)
})

test('the activities read from right to left in Arabic, as a calendar too @phone', async ({ page }) => {
  await useLanguage(page, 'ar')
  await page.goto('/activities')
  await expect(page.getByRole('heading', { level: 1, name: 'الأنشطة' })).toBeVisible()
  await expectAccessible(page)
  await page.getByText('تقويم', { exact: true }).click()
  await expect(page.getByRole('button', { name: 'الشهر التالي' })).toBeVisible()
  await expectAccessible(page)
})

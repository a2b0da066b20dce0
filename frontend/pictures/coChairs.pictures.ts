import { writeFile } from 'node:fs/promises'
import { expect, type Locator, type Page, test } from '@playwright/test'
import { settled, signIn } from '../e2e/fixtures'
import { smallPng } from './smallPng'

const FOLDER = '../docs/images'
const MOST_BYTES = 150_000

test('what a co-chair sees', async ({ page }) => {
  await signIn(page, 'gha')
  await page.goto('/')
  await expect(page.getByRole('region', { name: 'Workplan' })).toBeVisible()
  await take(page, 'home', page.locator('body'))

  await page.goto('/co-chairs')
  await expect(page.getByRole('table')).toBeVisible()
  await take(page, 'guide/co-chairs')

  await page.goto('/meetings')
  await expect(page.getByRole('link', { name: 'Quarterly technical meeting' }).first()).toBeVisible()
  await take(page, 'guide/meetings')

  await page.goto('/meetings/find-a-time')
  await expect(page.getByRole('rowheader', { name: 'Nairobi' }).first()).toBeVisible()
  await take(page, 'guide/time-picker')

  const meeting = await nextMeeting(page)
  await page.goto(meeting)
  await expect(page.getByRole('button', { name: /^Accept “/ }).first()).toBeVisible()
  await take(page, 'guide/agenda')
  await page.getByRole('button', { name: 'Draft the agenda' }).click()
  await expect(page.getByRole('dialog').getByRole('checkbox').first()).toBeVisible()
  await take(page, 'guide/draft-agenda', page.getByRole('dialog'))

  await page.goto(`${meeting}/people`)
  await expect(page.getByText(/^\d+ accepted/)).toBeVisible()
  await take(page, 'guide/people')
})

test('a meeting under way', async ({ page, browser }) => {
  await signIn(page, 'gha')
  await page.setViewportSize({ width: 1240, height: 1200 })
  const meeting = await nextMeeting(page)
  await page.goto(`${meeting}/room`)
  await page.getByRole('button', { name: 'Open the room' }).click()
  await page.getByRole('button', { name: 'Next item' }).click()
  await expect(page.getByText(/^Item 2 of/)).toBeVisible()
  await page.getByLabel('Minutes of this item').fill('The co-chairs said where this stands.')
  await expect(page.getByText(/^Saved \d/)).toBeVisible()
  for (const account of ['ken', 'mar', 'prt']) {
    const delegate = await (await browser.newContext()).newPage()
    await signIn(delegate, account)
    await delegate.goto(`${meeting}/room`)
    await delegate.getByRole('button', { name: 'Request the floor' }).click()
    await expect(delegate.getByText(/^You are number/)).toBeVisible()
    await delegate.context().close()
  }
  await page.getByRole('button', { name: 'Give the floor to Kenya' }).click()
  await expect(page.getByText('Has the floor', { exact: true })).toBeVisible()
  await take(page, 'guide/room')
})

test('what comes of a meeting', async ({ page }) => {
  await signIn(page, 'gha')
  await page.goto('/meetings?status=minutes_circulated')
  await page.getByRole('link', { name: /^Extraordinary meeting/ }).click()
  await page.getByRole('link', { name: 'Minutes', exact: true }).click()
  await expect(page.getByRole('button', { name: 'Take it' }).first()).toBeVisible()
  await take(page, 'guide/minutes')

  await page.goto('/action-items')
  await expect(page.getByRole('main').getByRole('listitem').first()).toBeVisible()
  await take(page, 'guide/action-items')
})

test('the workplan and its review', async ({ page }) => {
  await signIn(page, 'gha')
  await page.goto('/workplan')
  await expect(page.getByRole('region', { name: 'Needs attention' })).toBeVisible()
  await take(page, 'guide/workplan')

  await page.getByRole('link', { name: 'Review', exact: true }).click()
  await expect(page.getByText(/^Since \d+ \w+ \d{4}: changed \d+/)).toBeVisible()
  await take(page, 'guide/review')
})

test('the others are asked, and the term is handed over', async ({ page }) => {
  await signIn(page, 'gha')
  await page.goto('/consultations')
  await page.getByRole('link', { name: /^Hold the March technical meeting/ }).click()
  await expect(page.getByRole('region', { name: 'Answers' })).toBeVisible()
  await take(page, 'guide/consultation')

  await page.goto('/co-chairs')
  await page.getByRole('link', { name: 'Handover brief' }).click()
  await expect(page.getByRole('region', { name: 'Contacts' })).toBeVisible()
  await take(page, 'guide/handover')
})

test('the secretariat plans who comes next', async ({ page }) => {
  await signIn(page, 'secretariat')
  await page.goto('/co-chairs/planner?terms=3')
  await expect(page.getByRole('columnheader', { name: /Proposal [ABC]/ })).toHaveCount(3)
  await take(page, 'guide/planner')
})

/** The way to the meeting whose agenda is being made. */
async function nextMeeting(page: Page): Promise<string> {
  await page.goto('/')
  const card = page.getByRole('region', { name: 'Next meeting' })
  return (await card.getByRole('link', { name: 'Quarterly technical meeting' }).getAttribute('href')) ?? ''
}

/** A picture of what fits on a screen of `part`, or of the page beside the navigation, as a small PNG. */
async function take(page: Page, name: string, part: Locator = page.getByRole('main')): Promise<void> {
  await page.evaluate(() => scrollTo(0, 0))
  await settled(page)
  const [box, screen] = [await part.boundingBox(), page.viewportSize()]
  if (!box || !screen) throw new Error(`There is nothing to see for ${name}.`)
  const clip = { ...box, height: Math.min(box.height, screen.height - box.y) }
  const picture = smallPng(await page.screenshot({ clip, caret: 'hide' }))
  expect(picture.length, name).toBeLessThan(MOST_BYTES)
  await writeFile(`${FOLDER}/${name}.png`, picture)
}

import { readFile } from 'node:fs/promises'
import { expect, type Page } from '@playwright/test'
import { test } from './fixtures'
import { OwnProduct } from './ownProduct'

const DAY = 86_400_000
const ZONE = 'Europe/Zurich'
const TITLE = 'Technical meeting of the new pair'

test('a semester: taking over, a meeting from proposal to action, the workplan, handing over', async ({
  browser,
}) => {
  test.setTimeout(300_000)
  const semester = await OwnProduct.begin(browser)
  try {
    await play(semester)
  } finally {
    await semester.end()
  }
})

async function play(semester: OwnProduct): Promise<void> {
  const { body: terms } = await semester.call('secretariat', 'GET', '/cochair-terms?sort=-starts_on')
  const coming = terms.items.find(({ status }: { status: string }) => status === 'planned')
  const [first, second] = coming.champions.map(({ iso3 }: { iso3: string }) => iso3.toLowerCase())
  const begins = new Date(`${coming.starts_on}T00:00:00Z`)
  const ends = new Date(`${coming.ends_on}T00:00:00Z`)
  const meets = new Date(begins.getTime() + 60 * DAY + 14 * 3_600_000)
  let meeting = ''

  await test.step('rights come at midnight, with no job having to run', async () => {
    await semester.setClock(new Date(begins.getTime() - 1000))
    const page = await semester.as(first)
    await page.goto('/meetings')
    await expect(page.getByRole('heading', { name: 'Meetings', level: 1 })).toBeVisible()
    await expect(page.getByRole('link', { name: 'Plan a meeting' })).toHaveCount(0)

    await semester.setClock(begins)
    await page.reload()
    await page.getByRole('link', { name: 'Plan a meeting' }).click()
    meeting = await planMeeting(page, day(meets))
    expect((await semester.call('gha', 'POST', `/meetings/${meeting}/open-agenda`)).status).toBe(403)
    await page.getByRole('button', { name: 'Open the agenda' }).click()
    await confirm(page, 'Open the agenda')
    await expect(page.getByText('The agenda is open for proposals.')).toBeVisible()
  })

  await test.step('champions propose, the pair makes the agenda', async () => {
    const proposer = await semester.as('ken')
    await proposer.goto(`/meetings/${meeting}`)
    await proposer.getByRole('link', { name: 'Propose an item' }).first().click()
    await proposer.getByLabel('Title').fill('Missing migrants')
    await proposer.getByRole('button', { name: 'Propose' }).click()
    await expect(
      proposer.getByRole('region', { name: 'Proposals' }).getByText('Missing migrants'),
    ).toBeVisible()

    const page = await semester.as(second)
    await page.goto(`/meetings/${meeting}`)
    await page.getByRole('button', { name: 'Accept “Missing migrants”' }).click()
    await expect(page.getByRole('region', { name: 'Agenda' }).getByText('Missing migrants')).toBeVisible()
    await page.getByRole('button', { name: 'Circulate agenda' }).click()
    await confirm(page, 'Circulate agenda')
    await expect(page.getByText('The agenda has been circulated.')).toBeVisible()
  })

  await test.step('everybody is invited, by a mail that another program reads', async () => {
    const page = await semester.as(first)
    await page.goto(`/meetings/${meeting}/people`)
    await page.getByRole('button', { name: 'Send the invitation' }).click()
    await confirm(page, 'Send the invitation')
    await expect(page.getByText('Sent', { exact: true }).first()).toBeVisible()
    const [asked] = await semester.invitations('ken', 1)
    expect(asked).toMatchObject({ method: 'REQUEST', zone: ZONE, zones: [ZONE] })
    expect(new Date(asked?.starts_at ?? 0)).toEqual(meets)

    const delegate = await semester.stranger()
    await delegate.goto(asked?.links.find((link) => link.includes('/answer/')) ?? '')
    await delegate.getByRole('button', { name: 'We come' }).click()
    await expect(delegate.getByText(/^Kenya comes\./)).toBeVisible()

    await page.goto(`/meetings/${meeting}/edit`)
    await page.getByLabel('Date and time').fill(`${day(meets)}T16:00`)
    await page.getByRole('button', { name: 'Save' }).click()
    await page.goto(`/meetings/${meeting}/people`)
    await page.getByRole('button', { name: 'Tell them now' }).click()
    const [before, moved] = await semester.invitations('ken', 2)
    expect(moved).toMatchObject({ method: 'REQUEST', uid: before?.uid })
    expect(moved?.sequence).toBeGreaterThan(before?.sequence ?? 0)
    expect(Date.parse(moved?.starts_at ?? '') - meets.getTime()).toBe(3_600_000)
  })

  await test.step('the meeting is held in the room, in two browsers', async () => {
    await semester.setClock(new Date(meets.getTime() + 3_600_000))
    const [chair, delegate] = [await semester.as(first), await semester.as('ken')]
    for (const page of [chair, delegate]) await page.goto(`/meetings/${meeting}/room`)
    await expect(delegate.getByText('The room is not open yet')).toBeVisible()
    await chair.getByRole('button', { name: 'Open the room' }).click()
    await expect(delegate.getByRole('heading', { level: 2 }).first()).toHaveText('Missing migrants')
    await delegate.getByRole('button', { name: 'Request the floor' }).click()
    await chair.getByRole('button', { name: 'Give the floor to Kenya' }).click()
    await expect(delegate.getByRole('button', { name: 'Hand the floor back' })).toBeVisible()
    await chair.getByLabel('Minutes of this item').fill('@KEN told of three calls.')
    await expect(chair.getByText(/^Saved \d/)).toBeVisible()
    await chair.getByRole('button', { name: 'End the meeting' }).click()
    await confirm(chair, 'End the meeting')
    await expect(delegate.getByText('The meeting has ended')).toBeVisible()

    const record = chair.getByRole('region', { name: 'Record the meeting' })
    await expect(record.getByRole('checkbox', { name: 'Kenya' })).toBeChecked()
    await record.getByRole('button', { name: 'Record as held' }).click()
    await expect(record).toBeHidden()
    await chair.goto(`/meetings/${meeting}/people`)
    await expect(chair.getByText(/^1 of \d+ were there$/)).toBeVisible()
  })

  await test.step('minutes: a decision, an action, a correction, adopted and locked', async () => {
    const page = await semester.as(second)
    await page.goto(`/meetings/${meeting}/minutes`)
    const item = page.getByRole('region', { name: 'Missing migrants' })
    await item.getByLabel('A decision or an action').fill('The data are shared.')
    await item.getByRole('button', { name: 'Add as decision' }).click()
    await expect(item.getByText(/^Decision \d+:/)).toBeVisible()
    await item.getByLabel('A decision or an action').fill('Draft the note on the data')
    await item.locator('input').and(item.getByLabel('Who does it (of an action)')).fill('Kenya')
    await page.getByRole('option', { name: 'Kenya' }).click()
    await item.getByLabel('By when (of an action)').fill(day(ends))
    await item.getByRole('button', { name: 'Add as action' }).click()
    await expect(item.getByText('Draft the note on the data')).toBeVisible()
    await page.getByRole('button', { name: 'Circulate minutes' }).click()
    await confirm(page, 'Circulate minutes')

    const champion = await semester.as('prt')
    await champion.goto(`/meetings/${meeting}/minutes`)
    await expect(champion.getByText('told of three calls.')).toBeVisible()
    await champion.getByRole('button', { name: 'Propose a correction' }).click()
    await champion.getByLabel('The text as it should read').fill('@1 told of four calls.')
    await champion.getByLabel('Why').fill('Four it was.')
    await champion.getByRole('button', { name: 'Send the correction' }).click()
    await expect(champion.getByText(/to be decided$/)).toBeVisible()

    await page.reload()
    await page.getByRole('button', { name: 'Take it' }).click()
    await expect(page.getByText(/taken$/)).toBeVisible()
    await semester.setClock(new Date(meets.getTime() + 20 * DAY))
    const later = await semester.as(second)
    await later.goto(`/meetings/${meeting}/minutes`)
    await later.getByRole('button', { name: 'Adopt the minutes' }).click()
    await confirm(later, 'Adopt the minutes')
    await expect(later.getByText('Adopted and locked')).toBeVisible()
    await expect(later.getByText('told of four calls.').first()).toBeVisible()
  })

  await test.step('the workplan is reviewed by keyboard, and an action is reported done', async () => {
    const next = await semester.call(first, 'POST', '/meetings', {
      title: 'Second technical meeting',
      starts_at: new Date(meets.getTime() + 80 * DAY).toISOString(),
    })
    const page = await semester.as(first)
    await page.goto('/workplan')
    await page.getByRole('link', { name: 'Review', exact: true }).click()
    await page.getByRole('button', { name: 'Begin a review' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.locator('input').first().click()
    await page.getByRole('option', { name: /^Second technical meeting/ }).click()
    await dialog.getByRole('button', { name: 'Begin a review' }).click()
    await expect(page.getByText(/^What had changed at “Second technical meeting”/)).toBeVisible()
    await expect(dialog).toBeHidden()
    await page.keyboard.press('j')
    await page.keyboard.press('2')
    await page.keyboard.press('u')
    await expect(page.locator('textarea:focus')).toBeVisible()
    await page.keyboard.type('On its way again.')
    await page.keyboard.press('Control+Enter')
    await expect(page.getByText('At this meeting: On its way again.')).toBeVisible()
    expect(next.status).toBe(201)

    const owner = await semester.as('ken')
    await owner.goto('/action-items?is_mine=true')
    const action = owner.getByRole('listitem').filter({ hasText: 'Draft the note on the data' })
    await action.getByRole('button', { name: 'Done' }).click()
    await expect(action).toHaveCount(0)
  })

  await test.step('the record writes the handover brief, for the next pair from 30 days before', async () => {
    const body = { from: coming.ends_on, terms: 1 }
    const proposed = await semester.call('secretariat', 'POST', '/cochair-terms/proposals', body)
    const pair = proposed.body.items[0].champions.map(({ iso3 }: { iso3: string }) => iso3)
    await semester.call('secretariat', 'POST', '/cochair-terms', {
      champions: pair,
      starts_on: coming.ends_on,
    })
    const incoming = pair[0].toLowerCase()
    const brief = `/co-chairs/${coming.id}/brief`

    await semester.setClock(new Date(ends.getTime() - 30 * DAY - 1000))
    const early = await semester.as(incoming)
    await early.goto(brief)
    await expect(early.getByRole('heading', { name: 'Handover brief', level: 1 })).toHaveCount(0)
    await semester.setClock(new Date(ends.getTime() - 30 * DAY))
    const page = await semester.as(incoming)
    await page.goto(brief)
    await expect(page.getByRole('region', { name: 'Open action items' })).not.toContainText('Draft the note')
    await expect(page.getByRole('region', { name: 'Decisions of the term' })).toContainText(
      'The data are shared.',
    )
    for (const [name, head] of [
      ['Word', 'PK'],
      ['PDF', '%PDF'],
    ] as const) {
      const [file] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', { name }).click(),
      ])
      expect((await readFile(await file.path())).subarray(0, head.length).toString()).toBe(head)
    }

    await semester.setClock(ends)
    const [outgoing, taking] = [await semester.as(first), await semester.as(incoming)]
    for (const each of [outgoing, taking]) {
      await each.goto('/meetings')
      await expect(each.getByRole('heading', { name: 'Meetings', level: 1 })).toBeVisible()
    }
    await expect(taking.getByRole('link', { name: 'Plan a meeting' })).toBeVisible()
    await expect(outgoing.getByRole('link', { name: 'Plan a meeting' })).toHaveCount(0)
    const refused = await semester.call(first, 'POST', '/meetings', {
      title: 'One more',
      starts_at: ends.toISOString(),
    })
    expect(refused.status).toBe(403)
  })
}

const day = (at: Date): string => at.toISOString().slice(0, 10)

async function planMeeting(page: Page, on: string): Promise<string> {
  await page.getByLabel('Title').fill(TITLE)
  await page.locator('input').and(page.getByLabel('Time zone')).fill(ZONE)
  await page.getByRole('option', { name: ZONE }).click()
  await page.getByLabel('Date and time').fill(`${on}T15:00`)
  await page.getByRole('button', { name: 'Plan the meeting' }).click()
  await expect(page).toHaveURL(/\/meetings\/[0-9a-f-]{36}$/)
  return new URL(page.url()).pathname.split('/').pop() ?? ''
}

/** Confirms what a dialog asks. */
async function confirm(page: Page, name: string): Promise<void> {
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name }).click()
  await expect(dialog).toBeHidden()
}

/**
 * What drawing a board of 500 items costs in Chromium: as it is drawn, only what is in sight, and beside it with a window
 * so tall that every card is. `make bench-board` runs it against a server of its own; a figure to look at, never a test.
 */
import { chromium } from '@playwright/test'

const BASE = process.env.E2E_BASE_URL ?? 'http://127.0.0.1:8000'
const ITEMS = Number(process.argv[2] ?? 500)
const RUNS = 3
const STATUSES = ['not_started', 'on_track', 'at_risk', 'delayed', 'done', 'dropped']
const AREAS = ['information_sharing', 'dialogue', 'leveraging_processes', 'capacity_building']
const SCRIPT = 'ScriptDuration'
const FIGURES = [SCRIPT, 'LayoutDuration', 'RecalcStyleDuration', 'TaskDuration']

async function signIn() {
  const body = new URLSearchParams({ username: 'gha@demo.example', password: process.env.E2E_PASSWORD ?? '' })
  const answer = await fetch(`${BASE}/api/v1/auth/token`, { method: 'POST', body })
  if (!answer.ok) throw new Error(`Set E2E_PASSWORD: ${await answer.text()}`)
  return (await answer.json()).access_token
}

async function planOf(count) {
  const token = await signIn()
  const call = async (path, data) => {
    const answer = await fetch(`${BASE}/api/v1${path}`, {
      method: 'POST',
      headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' },
      body: JSON.stringify(data),
    })
    if (!answer.ok) throw new Error(await answer.text())
    return answer.json()
  }
  const plan = await call('/workplans', {
    title: `Plan of ${count}`,
    starts_on: '2026-01-01',
    ends_on: '2028-12-31',
  })
  for (let number = 0; number < count; number++) {
    const status = STATUSES[number % STATUSES.length]
    await call('/workplan-items', {
      workplan_id: plan.id,
      title: `Item ${number}: regional calls ahead of the reviews`,
      scope_of_work: AREAS[number % AREAS.length],
      lead: number % 3 ? 'KEN' : null,
      due_on: `2027-0${1 + (number % 9)}-15`,
      percentage: number % 100,
      status,
      ...(status === 'dropped' && { dropped_reason: 'Taken up elsewhere.' }),
    })
  }
  return plan.id
}

async function figuresOf(session) {
  const { metrics } = await session.send('Performance.getMetrics')
  return Object.fromEntries(
    metrics.filter(({ name }) => FIGURES.includes(name)).map(({ name, value }) => [name, value * 1000]),
  )
}

const settled = (page) =>
  page.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => requestIdleCallback(done, { timeout: 5000 }))),
  )

/** From the table to the board, the items being there already: what is left is drawing. */
async function drawBoard(browser, planId, height) {
  const page = await browser.newPage({ viewport: { width: 1440, height }, baseURL: BASE, locale: 'en-GB' })
  await page.goto('/sign-in')
  await page.getByLabel('E-mail').fill('gha@demo.example')
  await page.getByLabel('Password', { exact: true }).fill(process.env.E2E_PASSWORD ?? '')
  await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL((url) => !url.pathname.includes('sign-in'))
  const session = await page.context().newCDPSession(page)
  // The thread's own time: what else the machine does meanwhile does not count.
  await session.send('Performance.enable', { timeDomain: 'threadTicks' })
  const runs = []
  for (let run = 0; run < RUNS; run++) {
    await page.goto(`/workplan?view=table&workplan=${planId}`)
    await page.getByRole('grid').waitFor()
    await settled(page)
    const before = await figuresOf(session)
    await page.evaluate(() => document.querySelector('input[type=radio][value=board]').click())
    await page.waitForFunction(() => document.querySelector('[data-handle]'))
    await settled(page)
    const after = await figuresOf(session)
    const cards = await page.locator('[data-handle]').count()
    runs.push({ cards, ...Object.fromEntries(FIGURES.map((name) => [name, after[name] - before[name]])) })
  }
  await page.close()
  return runs.sort((one, other) => one[SCRIPT] - other[SCRIPT])[Math.floor(RUNS / 2)]
}

const told = (value) => String(Math.round(value)).padStart(6)

const planId = await planOf(ITEMS)
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
  args: ['--headless', '--no-sandbox', '--disable-gpu'],
})
console.log(`The board of ${ITEMS} items, median of ${RUNS}, in ms`)
console.log(`${'window'.padEnd(22)} cards script layout  style   task`)
for (const [name, height] of [
  ['900 px', 900],
  ['tall enough for all', ITEMS * 40],
]) {
  const { cards, ...figures } = await drawBoard(browser, planId, height)
  console.log(name.padEnd(22), String(cards).padStart(5), ...FIGURES.map((figure) => told(figures[figure])))
}
await browser.close()

import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { promisify } from 'node:util'
import { type Browser, type BrowserContext, expect, type Page } from '@playwright/test'
import { signIn } from './fixtures'

const PYTHON = '.venv/bin/python'
const run = promisify(execFile)

/** A calendar entry that reached somebody, as an independent parser read it. */
export interface Invitation {
  subject: string
  method: string
  uid: string
  sequence: number
  starts_at: string
  zone: string
  zones: string[]
  organizer: string
  attendees: string[]
  links: string[]
}

/** The product on a database of its own, with a mail server, and a clock that only this test moves. */
export class OwnProduct {
  private constructor(
    private readonly process: ChildProcess,
    private readonly browser: Browser,
    private readonly address: string,
    private readonly password: string,
    private readonly letters: string,
    private now = new Date(),
  ) {}

  static async begin(browser: Browser): Promise<OwnProduct> {
    const started = spawn(PYTHON, ['-m', 'tests.semester.surroundings'], {
      cwd: '..',
      stdio: ['pipe', 'pipe', 'inherit'],
    })
    const [line] = await Promise.race([
      once(createInterface({ input: started.stdout }), 'line'),
      once(started, 'exit').then(([code]) => Promise.reject(new Error(`It did not start: ${code}`))),
    ])
    const { address, password, letters } = JSON.parse(line)
    return new OwnProduct(started, browser, address, password, letters)
  }

  async end(): Promise<void> {
    this.process.stdin?.end()
    await once(this.process, 'exit')
  }

  /** It is `instant` for the product, and for every browser that is opened from now on. */
  async setClock(instant: Date): Promise<void> {
    const answer = await fetch(`${this.address}/api/v1/test/clock`, {
      method: 'PUT',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ now: instant.toISOString() }),
    })
    expect(answer.ok, await answer.text()).toBe(true)
    this.now = instant
  }

  /** A browser of somebody who is not signed in. */
  async stranger(): Promise<Page> {
    return (await this.context()).newPage()
  }

  /** A browser in which `account` has just signed in. */
  async as(account: string): Promise<Page> {
    const page = await this.stranger()
    await signIn(page, account, this.password)
    return page
  }

  /** Calls the API as `account`; the answer with its status. */
  async call(account: string, method: string, path: string, data?: object) {
    const { access_token } = await (
      await fetch(`${this.address}/api/v1/auth/token`, {
        method: 'POST',
        body: new URLSearchParams({ username: `${account}@demo.example`, password: this.password }),
      })
    ).json()
    const answer = await fetch(`${this.address}/api/v1${path}`, {
      method,
      headers: { Authorization: `Bearer ${access_token}`, 'Content-Type': 'application/json' },
      body: data && JSON.stringify(data),
    })
    return { status: answer.status, body: answer.status === 204 ? null : await answer.json() }
  }

  /** The calendar entries that have reached `account`, once there are `count`. */
  async invitations(account: string, count: number): Promise<Invitation[]> {
    let found: Invitation[] = []
    await expect
      .poll(async () => {
        const read = ['-m', 'tests.semester.invitations', this.letters, `${account}@demo.example`]
        found = JSON.parse((await run(PYTHON, read, { cwd: '..' })).stdout)
        return found.length
      })
      .toBe(count)
    return found
  }

  private async context(): Promise<BrowserContext> {
    const context = await this.browser.newContext({ baseURL: this.address })
    await context.clock.setSystemTime(this.now)
    return context
  }
}

import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test as playwright } from '@playwright/test'

/** Each test leaves an empty browser: a page that another person had open would go on asking the server. */
export const test = playwright.extend<{ emptyBrowser: undefined }>({
  emptyBrowser: [
    async ({ browser }, use) => {
      await use(undefined)
      await Promise.all(browser.contexts().map((context) => context.close()))
    },
    { auto: true },
  ],
})

/**
 * The demonstration accounts: `secretariat`, `observer`, and a focal point by the code of its champion (`mar`). The browser
 * is left as one that signed in earlier, before the first page is opened: filling in the form is proved where it is tested.
 */
export async function signIn(page: Page, account: string, password = demonstrationPassword()): Promise<void> {
  const form = { username: `${account}@demo.example`, password }
  // a line kept open would be reused later, just when the server closes it
  const headers = { Connection: 'close' }
  const answer = await page.request.post('/api/v1/auth/token', { form, headers })
  expect(answer.ok(), await answer.text()).toBe(true)
  await page.goto('/favicon.svg')
  await page.evaluate(() => localStorage.setItem('champions.signed-in', '1'))
}

export async function fillSignIn(
  page: Page,
  account: string,
  password = demonstrationPassword(),
): Promise<void> {
  await page.getByLabel('E-mail').fill(`${account}@demo.example`)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('main').getByRole('button', { name: 'Sign in' }).click()
}

function demonstrationPassword(): string {
  const password = process.env.E2E_PASSWORD
  if (!password) throw new Error('Set E2E_PASSWORD to the password of the demonstration accounts.')
  return password
}

/** Nothing that axe calls serious or critical, by WCAG 2.2 AA. */
export async function expectAccessible(page: Page): Promise<void> {
  await settled(page)
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze()
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
  expect(serious.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([])
}

/** What fades in has its colours only once it is there: nothing moves, and no dialog is still half transparent. */
export async function settled(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const moving = () =>
      document.getAnimations().filter(({ effect }) => Number.isFinite(effect?.getComputedTiming().endTime))
    const isFading = () =>
      [...document.querySelectorAll('[role=dialog]')].some(
        (dialog) => getComputedStyle(dialog).opacity !== '1',
      )
    let calm = 0
    while (calm < 2) {
      await new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted)))
      const animations = moving()
      await Promise.allSettled(animations.map(({ finished }) => finished))
      calm = animations.length > 0 || isFading() ? 0 : calm + 1
    }
  })
}

export async function useLanguage(page: Page, language: 'ar' | 'en' | 'fr'): Promise<void> {
  await page.addInitScript((tag) => localStorage.setItem('champions.language', tag), language)
}

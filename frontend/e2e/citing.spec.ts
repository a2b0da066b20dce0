import { expect } from '@playwright/test'
import { expectAccessible, signIn, test } from './fixtures'

test('a published practice is read without scripts, and cited with them', async ({
  browser,
  page,
  context,
}) => {
  const list = await page.request.get('/api/v1/practices?limit=1&sort=-published_at')
  const [practice] = (await list.json()).items
  const address = `/practices/${practice.id}`

  const plain = await browser.newContext({ javaScriptEnabled: false })
  const reader = await plain.newPage()
  await reader.goto(address)
  await expect(reader.getByRole('heading', { level: 1, name: practice.title })).toBeVisible()
  await expect(reader.getByText(practice.summary.split('\n')[0], { exact: true })).toBeVisible()
  await expect(reader.getByRole('navigation').getByRole('link')).toHaveCount(7)
  await plain.close()

  const refused: string[] = []
  page.on('console', (message) => {
    if (message.text().includes('Content Security Policy')) refused.push(message.text())
  })
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.goto('/practices?lang=fr')
  await expect(page.getByRole('link', { name: practice.title })).toBeVisible()
  await expect(page.getByRole('heading', { level: 1, name: 'Bonnes pratiques' })).toBeVisible()
  await page.goto(address)
  await page.getByText('Cite this version').first().click()
  await page.getByRole('button', { name: 'Copy the citation' }).first().click()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain(`${address}/versions/`)
  const saved = page.waitForEvent('download')
  await page.getByRole('button', { name: 'BibTeX' }).first().click()
  expect((await saved).suggestedFilename()).toMatch(/\.bib$/)
  expect(refused).toEqual([])
  await expectAccessible(page)
})

test('what is not public is there for those who may read it, and nowhere for others', async ({ page }) => {
  await signIn(page, 'secretariat')
  await page.goto('/practices?view=ours&status=%5B%22draft%22%5D')
  const link = page.getByRole('list').getByRole('link').first()
  const title = await link.innerText()
  await link.click()
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()

  const source = await page.request.get(page.url())

  expect(source.status()).toBe(404)
  expect(await source.text()).not.toContain(title)
  await page.reload()
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
})

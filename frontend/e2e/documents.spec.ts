import { readFile } from 'node:fs/promises'
import { type APIRequestContext, expect, type Page } from '@playwright/test'
import { expectAccessible, signIn, test } from './fixtures'

/** A meeting of this test's own. */
async function plannedMeeting(request: APIRequestContext): Promise<string> {
  const form = { username: 'secretariat@demo.example', password: process.env.E2E_PASSWORD ?? '' }
  const { access_token } = await (await request.post('/api/v1/auth/token', { form })).json()
  const answer = await request.post('/api/v1/meetings', {
    data: {
      title: `Documents of ${test.info().testId}`,
      starts_at: new Date(Date.now() + 50 * 86_400_000).toISOString(),
    },
    headers: { Authorization: `Bearer ${access_token}` },
  })
  return (await answer.json()).id
}

const text = (name: string, content: string) => ({
  name,
  mimeType: 'text/plain',
  buffer: Buffer.from(content),
})
const documents = (page: Page) => page.getByRole('region', { name: 'Documents', exact: true })

test('a focal point adds several documents, and a version; each can be downloaded', async ({
  page,
  request,
}) => {
  const id = await plannedMeeting(request)
  await signIn(page, 'ken')
  await page.goto(`/meetings/${id}/documents`)
  await expect(page.getByText('There are no documents yet.')).toBeVisible()

  const chosen = page.locator('input[type=file]')
  await chosen.setInputFiles([
    text('Note on data.txt', 'Three points.'),
    text('Figures.csv', 'a;b\n1;2\n'),
    text('Page.html', '<html>'),
  ])
  await expect(documents(page).getByRole('button', { name: 'Note on data', exact: true })).toBeVisible()
  await expect(documents(page).getByRole('button', { name: 'Figures', exact: true })).toBeVisible()
  await expect(page.getByText('“Page.html” is not of a kind that is taken here')).toBeVisible()
  await page.getByRole('button', { name: 'Do not send “Page.html”' }).click()
  await expectAccessible(page)

  const packing = page.waitForEvent('download')
  await page.getByRole('group', { name: 'Meeting pack' }).getByRole('button', { name: 'PDF' }).click()
  expect((await readFile(await (await packing).path())).subarray(0, 5).toString()).toBe('%PDF-')

  await page.getByRole('button', { name: 'Actions for “Note on data”' }).click()
  await page.getByRole('menuitem', { name: 'Add a version or a language' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('File', { exact: true }).setInputFiles(text('Note 2.txt', 'Four points.'))
  await dialog.getByLabel('What is new').fill('A fourth point.')
  await dialog.getByRole('button', { name: 'Add', exact: true }).click()
  await expect(dialog).toBeHidden()
  await expect(documents(page).getByText('A fourth point.')).toBeVisible()
  await documents(page).getByText('1 earlier version').click()

  const saving = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Download “Note on data”, English, version 1' }).click()
  const saved = await saving
  expect(saved.suggestedFilename()).toBe('Note on data.txt')
  expect(await readFile(await saved.path(), 'utf-8')).toBe('Three points.')
})

test('an upload goes on where a broken line stopped it @phone', async ({ page, request }) => {
  const id = await plannedMeeting(request)
  await signIn(page, 'gha')
  await page.goto(`/meetings/${id}/documents`)
  let parts = 0
  await page.route('**/api/v1/uploads/*', async (route) => {
    const isPart = route.request().method() === 'PATCH'
    if (isPart) parts += 1
    return isPart && parts === 2 ? route.abort('connectionreset') : route.continue()
  })

  const content = 'One line of a long note.\n'.repeat(50_000)
  await page.locator('input[type=file]').setInputFiles(text('Long note.txt', content))

  await expect(documents(page).getByRole('button', { name: 'Long note', exact: true })).toBeVisible()
  expect(parts).toBe(4)
  await expect(documents(page).getByText('TXT · 1.3 MB · version 1')).toBeVisible()
})

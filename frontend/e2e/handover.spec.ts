import { readFile } from 'node:fs/promises'
import { expect } from '@playwright/test'
import { expectAccessible, signIn, test, useLanguage } from './fixtures'

test('the pair in office reads its brief, adds to the note, and takes it along as a file', async ({
  page,
}) => {
  await signIn(page, 'ecu')
  await page.goto('/co-chairs')
  await page.getByRole('link', { name: 'Handover brief' }).click()
  await expect(page.getByRole('heading', { name: 'Handover brief', level: 1 })).toBeVisible()
  await expect(page.getByRole('region', { name: 'Contacts' }).getByText('Bangladesh').first()).toBeVisible()
  await expectAccessible(page)

  await page.getByRole('button', { name: 'Change the note' }).click()
  await page.getByLabel('Note', { exact: true }).fill('The Hub waits for our call.')
  await expect(page.getByText(/^Saved/)).toBeVisible()
  await page.getByRole('button', { name: 'Done' }).click()
  await expect(page.getByText('The Hub waits for our call.')).toBeVisible()

  for (const [name, suffix, head] of [
    ['Word', 'docx', 'PK'],
    ['PDF', 'pdf', '%PDF'],
  ] as const) {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name }).click(),
    ])
    expect(download.suggestedFilename()).toMatch(new RegExp(`^Handover brief .*\\.${suffix}$`))
    expect((await readFile(await download.path())).subarray(0, head.length).toString()).toBe(head)
  }
})

test('the brief holds in Arabic and on a phone @phone', async ({ page }) => {
  await signIn(page, 'gha')
  await useLanguage(page, 'ar')
  await page.goto('/co-chairs')
  await page.getByRole('link', { name: 'مذكرة التسليم' }).click()
  await expect(page.getByRole('heading', { name: 'مذكرة التسليم', level: 1 })).toBeVisible()
  await expectAccessible(page)
})

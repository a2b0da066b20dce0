import { expect } from '@playwright/test'
import { expectAccessible, signIn, test, useLanguage } from './fixtures'

test('the public reads who leads, who is next and how much is left', async ({ page }) => {
  await page.goto('/co-chairs')
  await expect(page.getByText(/Ghana and Ecuador lead the Initiative; \d+ days? (is|are) left/)).toBeVisible()
  await expect(page.getByRole('region', { name: 'Next' }).getByText('Bangladesh')).toBeVisible()
  await expect(page.getByRole('link', { name: 'Plan a term' })).toHaveCount(0)
  await expectAccessible(page)
})

test('the guide for co-chairs is read in the app @phone', async ({ page }) => {
  await page.goto('/co-chairs')
  await page.getByRole('link', { name: 'Guide for co-chairs' }).click()
  await expect(page.getByRole('heading', { name: 'A semester as co-chair', level: 1 })).toBeVisible()
  await page.getByRole('article').getByRole('link', { name: 'Handing over', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Handing over' })).toBeInViewport()
  await expect(page.getByRole('img', { name: 'The handover brief' })).toHaveJSProperty('complete', true)
  await expectAccessible(page)
})

test('the timeline holds in Arabic and on a phone @phone', async ({ page }) => {
  await useLanguage(page, 'ar')
  await page.goto('/co-chairs')
  await expect(page.getByRole('table')).toBeVisible()
  await expectAccessible(page)
})

test('the secretariat plans a term, meets an overlap beside the field, and calls the term off', async ({
  page,
}) => {
  await signIn(page, 'secretariat')
  await page.goto('/co-chairs/new')
  const [first, second] = [
    page.getByRole('combobox', { name: 'First co-chair' }),
    page.getByRole('combobox', { name: 'Second co-chair' }),
  ]
  await first.click()
  await page.getByRole('option', { name: 'Chad' }).click()
  await second.click()
  await page.getByRole('option', { name: 'Chad' }).click()
  const firstDay = page.getByLabel('First day')
  const free = await firstDay.inputValue()
  const plan = page.getByRole('button', { name: 'Plan the term' })

  await plan.click()
  await expect(page.getByText('a term needs two different ones')).toBeVisible()

  await second.click()
  await page.getByRole('option', { name: 'Peru' }).click()
  await firstDay.fill('2023-09-01')
  await plan.click()
  await expect(page.getByText('choose dates that do not overlap')).toBeVisible()

  await firstDay.fill(free)
  await plan.click()
  await page.getByRole('link', { name: 'Change the term of Chad and Peru' }).click()
  await page.getByRole('button', { name: 'Call this term off' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Call this term off' }).click()
  await expect(page.getByRole('heading', { name: 'Co-chairs', level: 1 })).toBeVisible()
  await expect(page.getByRole('table').getByText('Chad')).toHaveCount(0)
})

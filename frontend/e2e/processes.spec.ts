import { expect } from '@playwright/test'
import { expectAccessible, signIn, test } from './fixtures'

test('a process counts down, and what the Champions do not bring yet is one step away @phone', async ({
  page,
}) => {
  await signIn(page, 'prt')
  await page.goto('/processes')
  await page.getByRole('link', { name: 'High-level Political Forum on Sustainable Development 2027' }).click()
  await expect(page.getByText(/days? until it begins/)).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Nobody leads yet' })).toBeVisible()
  await expectAccessible(page)

  const gap = page.getByRole('region', { name: 'No joint statement yet' })
  await gap.getByRole('link', { name: 'Begin a statement' }).click()
  await expect(page).toHaveURL(/\/statements\/new\?process=HLPF-2027/)
  await expect(page.getByLabel(/^Process/).first()).toHaveValue(
    'High-level Political Forum on Sustainable Development 2027',
  )
})

test('the public sees who does what for an objective, and what the capacity-building mechanism holds', async ({
  page,
}) => {
  await page.goto('/objectives')
  await page.getByRole('link', { name: 'Save lives and establish coordinated international' }).click()
  await expect(page.getByRole('region', { name: 'Who champions it' })).toBeVisible()
  await expect(page.getByText('nobody’s official mapping')).toBeVisible()
  await expect(page.getByRole('link', { name: 'Note an activity' })).toBeHidden()
  await expectAccessible(page)
  await page.goto('/mechanism')
  await expect(page.getByRole('region', { name: 'Joint programmes' })).toBeVisible()
  await expectAccessible(page)
})

import { expect } from '@playwright/test'
import { expectAccessible, signIn, test } from './fixtures'

const WEBINAR = 'Webinar on regularisation: what cities, employers and migrants learned'

test('an activity finds a partner', async ({ page }) => {
  await signIn(page, 'lux')
  await page.goto('/activities?is_open_for_partners=true&q=regularisation')
  await page.getByRole('link', { name: WEBINAR }).click()
  await page.getByRole('button', { name: 'Ask to join' }).click()
  await page.getByLabel('What you would bring').fill('A speaker of our city of Esch, and interpretation.')
  await page.getByRole('button', { name: 'Send' }).click()
  await expect(page.getByText('asks to join as co-organiser')).toBeVisible()

  await signIn(page, 'col')
  await page.goto('/')
  await page.getByRole('region', { name: 'Due for you' }).getByRole('button').click()
  await page.getByRole('link', { name: /Luxembourg asks to join/ }).click()
  await expect(page.getByText('A speaker of our city of Esch')).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Accept' }).click()

  await expect(page.getByText('joined as co-organiser')).toBeVisible()
  await expect(page.getByRole('region', { name: 'Who', exact: true })).toContainText('Luxembourg')
})

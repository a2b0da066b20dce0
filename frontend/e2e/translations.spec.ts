import { expect } from '@playwright/test'
import { expectAccessible, signIn, test, useLanguage } from './fixtures'

test('a delegate translates a practice, vouches for it, and it is read in that language @phone-only @phone', async ({
  page,
}) => {
  await signIn(page, 'bgd')
  await page.goto('/practices?champion=BGD&q=district')
  await page.getByRole('link', { name: 'Pre-departure information in district offices' }).click()
  await page.getByRole('button', { name: 'Translate into Español' }).click()
  await expect(page.getByRole('heading', { name: 'Translation into Español' })).toBeVisible()

  await page.getByLabel('Title: translation').fill('Informar antes de partir')
  const check = page.getByRole('button', { name: 'I have checked it beside the original' })
  await check.click()
  await expect(page.getByLabel('Summary: translation')).toBeFocused()
  await expect(page.getByText('Translate this first').first()).toBeVisible()
  await expectAccessible(page)

  const fields = await page.getByLabel(/: translation$/).all()
  for (const field of fields.slice(1)) await field.fill('Lo mismo, en otro idioma.')
  await check.click()

  await expect(page.getByRole('heading', { level: 1, name: 'Informar antes de partir' })).toBeVisible()
  await page.getByRole('link', { name: 'English (original)' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Pre-departure information' })).toBeVisible()
})

test('a reader gets what is translated in their own language, and is told where a machine wrote it', async ({
  page,
}) => {
  await useLanguage(page, 'ar')
  await page.goto('/practices?champion=BGD')
  await page.getByRole('link', { name: 'Pre-departure information in district offices' }).click()

  await expect(page.getByRole('heading', { level: 1 })).toHaveText(
    'المعلومات قبل المغادرة في مكاتب المقاطعات',
  )
  await expect(page.getByText('تُرجم هذا النص آلياً')).toBeVisible()
})

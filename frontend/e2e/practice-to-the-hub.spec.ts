import { type Browser, expect, type Page } from '@playwright/test'
import { expectAccessible, signIn, test, useLanguage } from './fixtures'

/** A delegate on a phone, in French. The browser is a phone's in the phone project; here it is made one. */
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true }

async function another(browser: Browser): Promise<Page> {
  return (await browser.newContext()).newPage()
}

const step = (page: Page, name: string) =>
  page.getByRole('navigation', { name: /Étapes du formulaire/ }).getByRole('button', { name })

async function choose(page: Page, field: string, option: string): Promise<void> {
  const input = page.getByRole('combobox', { name: field, exact: true })
  await input.click()
  await page.getByRole('option', { name: option }).first().click()
  await input.press('Escape')
}

/** All that the Hub asks for, step by step, in another order than the form's. */
async function writeTheRest(page: Page): Promise<void> {
  await step(page, 'Ce qu’elle a changé').click()
  await page.getByLabel('Bénéfices et effets').fill('Les files ont diminué.')
  await page.getByLabel('Principaux enseignements').fill('Aller là où sont les gens, avec l’OIM.')
  await expect(page.getByText(/^OIM n’est pas développé/)).toBeVisible()
  await step(page, 'Qui la met en œuvre').click()
  await page.getByLabel('Principal organisme d’exécution').fill('Ministère des affaires étrangères')
  await page.getByLabel('À qui les examinateurs peuvent s’adresser').fill('Cheffe du service consulaire')
  await step(page, 'Où et quand').click()
  await page.getByLabel('Premier jour').fill('2024-03-01')
  await choose(page, 'Portée géographique', 'Nationale')
  await step(page, 'Ce qu’elle sert').click()
  await choose(page, 'Objectifs servis en premier lieu', '14 ')
  await choose(page, 'Principes directeurs', '1 ')
  await step(page, 'De quoi il s’agit').click()
  await choose(page, 'Type de pratique', 'Outil ou service')
}

test('a practice from a French-speaking delegate’s phone to the Hub and back as published, with a change asked and made', async ({
  browser,
}) => {
  test.slow()
  const named = `Consulats les jours de marché ${Date.now()}`
  const page = await (await browser.newContext(PHONE)).newPage()
  await useLanguage(page, 'fr')
  await signIn(page, 'mli')

  await page.goto('/practices/new')
  await page.getByRole('textbox', { name: 'Titre', exact: true }).fill(named)
  await page.getByLabel('Résumé').fill('Des agents consulaires viennent au marché.')
  await expect(page).toHaveURL(/\/practices\/[0-9a-f-]{36}\/edit$/)
  await page.getByRole('button', { name: 'Soumettre à l’examen' }).click()
  await expect(page.getByText(/^À remplir/).first()).toBeVisible()
  await writeTheRest(page)
  await expect(page.getByText('Tout ce que demande la plateforme est là.')).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Soumettre à l’examen' }).click()
  await expect(page.getByText(/elle attend le secrétariat/)).toBeVisible()

  const officer = await another(browser)
  await signIn(officer, 'secretariat')
  await officer.goto('/practices/review')
  await officer.getByRole('link', { name: named }).click()
  await officer.getByRole('button', { name: 'Comment on: Benefit and impact' }).click()
  await officer.getByLabel('Your comment on: Benefit and impact').fill('De combien, et depuis quand ?')
  await officer.getByRole('button', { name: 'Send the comment' }).click()
  await expect(officer.getByRole('article').getByText('De combien, et depuis quand ?')).toBeVisible()
  await expectAccessible(officer)
  await officer.getByRole('button', { name: 'More' }).click()
  await officer.getByRole('menuitem', { name: 'Request changes' }).click()
  await officer.getByRole('dialog').getByLabel('Reason').fill('Une précision, à côté du champ.')
  await officer.getByRole('dialog').getByRole('button', { name: 'Request changes' }).click()
  await expect(officer.getByRole('dialog')).toBeHidden()

  await page.reload()
  await page.getByRole('link', { name: 'Poursuivre la rédaction' }).click()
  const asked = page.getByRole('article').filter({ hasText: 'De combien, et depuis quand ?' })
  await asked.getByRole('button', { name: 'Répondre' }).click()
  await asked.getByLabel('Votre réponse').fill('De moitié depuis 2024 : ajouté.')
  await asked.getByRole('button', { name: 'Envoyer la réponse' }).click()
  await expect(asked.getByText('De moitié depuis 2024 : ajouté.')).toBeVisible()
  await page.getByLabel('Bénéfices et effets').fill('Les files ont diminué de moitié depuis 2024.')
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Soumettre à l’examen' }).click()
  await expect(page.getByText(/elle attend le secrétariat/)).toBeVisible()

  await officer.reload()
  await expect(officer.getByText('Changed since round 1')).toBeVisible()
  await expect(officer.locator('ins')).toHaveText(' de moitié depuis 2024')
  for (const name of ['Take up', 'Accept', 'Publish'])
    await officer.getByRole('button', { name, exact: true }).click()
  await officer.getByRole('dialog').getByRole('button', { name: 'Publish' }).click()
  await expect(officer.getByRole('dialog')).toBeHidden()

  const reader = await another(browser)
  await reader.goto(page.url())
  await expect(reader.getByRole('heading', { level: 1, name: named })).toBeVisible()
  await expect(reader.getByText('Les files ont diminué de moitié depuis 2024.')).toBeVisible()
  await expect(reader.getByText('Cheffe du service consulaire')).toHaveCount(0)
  await expect(reader.getByText('De combien, et depuis quand ?')).toHaveCount(0)

  await page.reload()
  const atHub = page.getByRole('region', { name: 'Plateforme du Réseau (Hub)' })
  await expect(atHub.getByText(/La plateforme a publié la version 1/)).toBeVisible()
  const there = await atHub.getByRole('link', { name: 'La lire sur la plateforme' }).getAttribute('href')
  expect(await (await page.request.get(there ?? '')).text()).toContain(named)
})

import { type MantineColorScheme, useDirection, useMantineColorScheme } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { changeLanguage } from '@/i18n/i18n'
import { directionOf, isLanguage, LANGUAGES, type Language } from '@/i18n/languages'
import classes from './WhoAmI.module.css'

export function LanguageSelect() {
  const { t, i18n } = useTranslation('shell')
  const { setDirection } = useDirection()
  const queryClient = useQueryClient()

  const change = async (language: Language) => {
    await changeLanguage(language)
    setDirection(directionOf(language))
    await queryClient.invalidateQueries()
  }

  return (
    <select
      className={classes.select}
      aria-label={t('language')}
      value={i18n.language}
      onChange={({ currentTarget: { value } }) => isLanguage(value) && change(value)}
    >
      {Object.entries(LANGUAGES).map(([language, name]) => (
        <option key={language} value={language} lang={language}>
          {name}
        </option>
      ))}
    </select>
  )
}

const SCHEMES: readonly MantineColorScheme[] = ['light', 'dark', 'auto']

export function SchemeSelect() {
  const { t } = useTranslation('shell')
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  return (
    <select
      className={classes.select}
      aria-label={t('scheme.label')}
      value={colorScheme}
      onChange={(event) => setColorScheme(event.currentTarget.value as MantineColorScheme)}
    >
      {SCHEMES.map((scheme) => (
        <option key={scheme} value={scheme}>
          {t(`scheme.${scheme}`)}
        </option>
      ))}
    </select>
  )
}

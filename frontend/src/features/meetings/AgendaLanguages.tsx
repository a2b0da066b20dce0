import { Button, Select } from '@mantine/core'
import { createContext, use } from 'react'
import { useTranslation } from 'react-i18next'
import type { Language } from '@/api/generated/types.gen'
import { useLanguageChoices } from '@/i18n/useLanguageChoices'
import classes from './AgendaLanguages.module.css'
import type { AgendaItem } from './meetingQuery'
import { languagesOf, type ShownLanguages } from './wordings'

/** In which languages the agenda on this page is read. */
export const ShownLanguagesContext = createContext<ShownLanguages>({ main: null, beside: null })
export const useShownLanguages = (): ShownLanguages => use(ShownLanguagesContext)

interface Props {
  items: readonly AgendaItem[]
  shown: ShownLanguages
  onShow: (shown: ShownLanguages) => void
}

/** Chooses the languages of an agenda that has more than one, and prints it as it is shown. */
export function AgendaLanguages({ items, shown, onShow }: Props) {
  const { t } = useTranslation('agenda')
  const present = new Set<string>(languagesOf(items))
  const choices = useLanguageChoices().filter(({ value }) => present.has(value))
  return (
    <div className={classes.bar} data-print="hide">
      {choices.length > 1 && (
        <>
          <Select
            size="xs"
            label={t('languages.main')}
            placeholder={t('languages.original')}
            data={choices}
            clearable
            value={shown.main}
            onChange={(main) => onShow({ ...shown, main: main as Language | null })}
          />
          <Select
            size="xs"
            label={t('languages.beside')}
            placeholder={t('languages.none')}
            data={choices.filter(({ value }) => value !== shown.main)}
            clearable
            value={shown.beside}
            onChange={(beside) => onShow({ ...shown, beside: beside as Language | null })}
          />
        </>
      )}
      <Button size="xs" variant="subtle" onClick={() => window.print()}>
        {t('print')}
      </Button>
    </div>
  )
}

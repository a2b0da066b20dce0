import { useTranslation } from 'react-i18next'
import { TextLink } from '@/components/TextLink'
import { LANGUAGES } from '@/i18n/languages'
import { Notice } from '../PracticeNotices'
import type { PracticeBody } from '../practiceQuery'
import classes from './Translations.module.css'
import type { TranslationSummary } from './translationQuery'

interface Props {
  practice: PracticeBody
  /** Those that can be read. */
  translations: TranslationSummary[]
  /** The one that is read; the original where there is none. */
  shown: TranslationSummary | undefined
}

/** In which languages the practice can be read, and what the one on the screen is worth. */
export function LanguageChoice({ practice, translations, shown }: Props) {
  const { t } = useTranslation('translations')
  if (translations.length === 0) return null
  const languages = [practice.language, ...translations.map(({ language }) => language)]
  return (
    <>
      <nav aria-label={t('readIn')} className={classes.choice} data-print="hide">
        {languages.map((language) => (
          <TextLink
            key={language}
            className={classes.language}
            to="/practices/$practiceId"
            params={{ practiceId: practice.id }}
            search={{ in: language }}
            replace
            resetScroll={false}
            aria-current={language === (shown?.language ?? practice.language) ? 'true' : undefined}
          >
            <span lang={language}>{LANGUAGES[language]}</span>
            {language === practice.language && ` (${t('original')})`}
          </TextLink>
        ))}
      </nav>
      {shown?.state === 'machine' && <Notice tone="soon">{t('notice.machine')}</Notice>}
      {shown?.state === 'older' && <Notice tone="soon">{t('notice.older')}</Notice>}
    </>
  )
}

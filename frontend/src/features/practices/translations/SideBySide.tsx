import { lazy, Suspense } from 'react'
import type { Control } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { TextAreaField } from '@/forms/TextAreaField'
import { TextField } from '@/forms/textFields'
import type { Language } from '@/i18n/languages'
import type { PracticeBody } from '../practiceQuery'
import classes from './Translations.module.css'
import type { TextName, TranslationFields } from './translationFields'

const WordDifference = lazy(() =>
  import('@/components/WordDifference').then((part) => ({ default: part.WordDifference })),
)

const ON_ONE_LINE: Partial<Record<TextName, number>> = { title: 200, main_implementing_organization: 300 }

interface Props {
  name: TextName
  label: string
  control: Control<TranslationFields>
  original: PracticeBody
  /** The original as it was rendered, where it has changed since. */
  before: string | undefined
  language: Language
}

/** One text: the original, with what has changed in it, beside its translation. */
export function SideBySide({ name, label, control, original, before, language }: Props) {
  const { t } = useTranslation('translations')
  const longest = ON_ONE_LINE[name]
  const now = original[name]
  return (
    <section className={classes.pair} aria-label={label}>
      <div>
        <div className={classes.name}>
          {label} {before !== undefined && <b className={classes.changed}>{t('editor.changed')}</b>}
        </div>
        <div lang={original.language} dir="auto" className={classes.original}>
          {before ? (
            <Suspense fallback={now}>
              <WordDifference before={before} after={now}>
                {now}
              </WordDifference>
            </Suspense>
          ) : (
            now
          )}
        </div>
      </div>
      <div lang={language}>
        {longest ? (
          <TextField control={control} name={name} label={t('editor.yours', { label })} maxLength={longest} />
        ) : (
          <TextAreaField control={control} name={name} label={t('editor.yours', { label })} minRows={4} />
        )}
      </div>
    </section>
  )
}

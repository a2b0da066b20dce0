import { type Control, useController } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { useFormReview } from './FormReview'
import type { FieldName } from './formSteps'
import classes from './PracticeEditor.module.css'
import type { PracticeFields } from './practiceFields'
import { useFieldLabels } from './useFieldLabels'

interface Props {
  control: Control<PracticeFields>
  onChoose: (name: FieldName) => void
}

/** Acronyms to spell out, each leading to its field. What is none, or known to everybody, can be put aside, and taken back. */
export function Acronyms({ control, onChoose }: Props) {
  const { t } = useTranslation('review')
  const labels = useFieldLabels()
  const { acronyms } = useFormReview()
  const { field } = useController({ control, name: 'known_acronyms' })
  const known = field.value
  const pointedAt = acronyms.filter(({ acronym }) => !known.includes(acronym))
  if (pointedAt.length === 0 && known.length === 0) return null
  return (
    <section aria-label={t('acronymsTitle')}>
      <h3 className={classes.stepName}>{t('acronymsTitle')}</h3>
      {pointedAt.length > 0 && <p className={classes.help}>{t('acronymsHelp')}</p>}
      <ul className={classes.missing}>
        {pointedAt.map(({ field: name, acronym }) => (
          <li key={acronym} className={classes.acronym}>
            <button
              type="button"
              className={classes.choose}
              onClick={() => onChoose(name)}
              aria-label={`${acronym}: ${labels[name]}`}
            >
              <bdi>{acronym}</bdi>
            </button>
            <button
              type="button"
              className={classes.putAside}
              onClick={() => field.onChange([...known, acronym])}
              aria-label={t('acronymKnownOf', { acronym })}
            >
              {t('acronymKnown')}
            </button>
          </li>
        ))}
        {known.map((acronym) => (
          <li key={acronym} className={classes.acronym}>
            <bdi className={classes.known}>{acronym}</bdi>
            <button
              type="button"
              className={classes.putAside}
              onClick={() => field.onChange(known.filter((one) => one !== acronym))}
              aria-label={t('acronymAgainOf', { acronym })}
            >
              {t('acronymAgain')}
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}

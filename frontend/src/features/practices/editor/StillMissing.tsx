import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Card, CardBody } from '@/components/Card'
import { useFormReview } from './FormReview'
import { FIELDS_OF, type FieldName, FORM_STEPS } from './formSteps'
import classes from './PracticeEditor.module.css'
import { useFieldLabels } from './useFieldLabels'

interface Props {
  /** Whether what is typed is saved. */
  saved: ReactNode
  /** Names of fields; null before the practice is begun. */
  missing: string[] | null
  onChoose: (name: FieldName) => void
}

/** Quietly beside the form: what the Hub asks for and is not there yet, by step, and acronyms to spell out. Each leads to its field. */
export function StillMissing({ saved, missing, onChoose }: Props) {
  const { t } = useTranslation(['practices', 'review'])
  const labels = useFieldLabels()
  const { acronyms } = useFormReview()
  const steps = FORM_STEPS.map((step) => ({
    step,
    names: FIELDS_OF[step].filter((name) => missing?.includes(name)),
  })).filter(({ names }) => names.length > 0)
  return (
    <div className={classes.aside}>
      <Card title={t('form.missingTitle')} action={<span className={classes.savedBeside}>{saved}</span>}>
        <CardBody>
          {missing === null && <p className={classes.help}>{t('form.begin')}</p>}
          {missing?.length === 0 && <p className={classes.done}>{t('form.complete')}</p>}
          {steps.length > 0 && <p className={classes.help}>{t('form.missingHelp')}</p>}
          {steps.map(({ step, names }) => (
            <section key={step} aria-label={t(`form.${step}`)}>
              <h3 className={classes.stepName}>{t(`form.${step}`)}</h3>
              <ul className={classes.missing}>
                {names.map((name) => (
                  <li key={name}>
                    <button type="button" className={classes.choose} onClick={() => onChoose(name)}>
                      {labels[name]}
                    </button>
                  </li>
                ))}
              </ul>
            </section>
          ))}
          {acronyms.length > 0 && (
            <section aria-label={t('review:acronymsTitle')}>
              <h3 className={classes.stepName}>{t('review:acronymsTitle')}</h3>
              <p className={classes.help}>{t('review:acronymsHelp')}</p>
              <ul className={classes.missing}>
                {acronyms.map(({ field, acronym }) => (
                  <li key={acronym}>
                    <button
                      type="button"
                      className={classes.choose}
                      onClick={() => onChoose(field)}
                      aria-label={`${acronym}: ${labels[field]}`}
                    >
                      <bdi>{acronym}</bdi>
                    </button>
                  </li>
                ))}
              </ul>
            </section>
          )}
        </CardBody>
      </Card>
    </div>
  )
}

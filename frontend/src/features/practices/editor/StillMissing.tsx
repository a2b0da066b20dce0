import type { ReactNode } from 'react'
import type { Control } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { Card, CardBody } from '@/components/Card'
import { Acronyms } from './Acronyms'
import { FIELDS_OF, type FieldName, FORM_STEPS } from './formSteps'
import classes from './PracticeEditor.module.css'
import type { PracticeFields } from './practiceFields'
import { useFieldLabels } from './useFieldLabels'

interface Props {
  /** Whether what is typed is saved. */
  saved: ReactNode
  /** Names of fields; null before the practice is begun. */
  missing: string[] | null
  onChoose: (name: FieldName) => void
  control: Control<PracticeFields>
}

/** Quietly beside the form: what the Hub asks for and is not there yet, by step, and acronyms to spell out. Each leads to its field. */
export function StillMissing({ saved, missing, onChoose, control }: Props) {
  const { t } = useTranslation('practices')
  const labels = useFieldLabels()
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
          <Acronyms control={control} onChoose={onChoose} />
        </CardBody>
      </Card>
    </div>
  )
}

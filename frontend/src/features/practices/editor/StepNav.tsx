import { useTranslation } from 'react-i18next'
import { useFormReview } from './FormReview'
import { FIELDS_OF, FORM_STEPS, type FormStep } from './formSteps'
import classes from './StepNav.module.css'

interface Props {
  step: FormStep
  /** Names of fields; null before the practice is begun. */
  missing: string[] | null
  onChoose: (step: FormStep) => void
}

/** The steps of the form, to be taken in any order, each with what is still needed or asked in it. */
export function StepNav({ step, missing, onChoose }: Props) {
  const { t } = useTranslation(['practices', 'review'])
  const { comments } = useFormReview()
  return (
    <nav aria-label={t('form.steps')}>
      <ol className={classes.steps}>
        {FORM_STEPS.map((each, place) => {
          const fields: readonly string[] = FIELDS_OF[each]
          const needed = missing?.filter((name) => fields.includes(name)).length ?? 0
          const asked = comments.filter(
            ({ field, resolved_at }) => field && !resolved_at && fields.includes(field),
          ).length
          return (
            <li key={each}>
              <button
                type="button"
                className={classes.step}
                aria-current={each === step ? 'step' : undefined}
                onClick={() => onChoose(each)}
              >
                <span className={classes.number} data-done={missing !== null && needed === 0} aria-hidden>
                  {place + 1}
                </span>
                <span>
                  {t(`form.${each}`)}
                  {asked > 0 && (
                    <span className={classes.asked}>{t('review:askedHere', { count: asked })}</span>
                  )}
                  {asked === 0 && needed > 0 && (
                    <span className={classes.needed}>{t('form.neededHere', { count: needed })}</span>
                  )}
                </span>
              </button>
            </li>
          )
        })}
      </ol>
    </nav>
  )
}

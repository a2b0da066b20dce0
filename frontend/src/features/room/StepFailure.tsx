import { useTranslation } from 'react-i18next'
import { problemMessage } from '@/forms/problemMessage'
import classes from './StepFailure.module.css'

/** Why a step was not taken, beside its button; nothing where it was. */
export function StepFailure({ error }: { error: unknown }) {
  const { t } = useTranslation()
  if (!error) return null
  return (
    <p role="alert" className={classes.failure}>
      {problemMessage(error, t)}
    </p>
  )
}

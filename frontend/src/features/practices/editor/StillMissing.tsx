import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Card, CardBody } from '@/components/Card'
import classes from './PracticeEditor.module.css'
import { FORM_ORDER, type PracticeFields } from './practiceFields'
import { useFieldLabels } from './useFieldLabels'

interface Props {
  /** Whether what is typed is saved. */
  saved: ReactNode
  /** Names of fields; null before the practice is begun. */
  missing: string[] | null
  onChoose: (name: keyof PracticeFields) => void
}

/** Quietly beside the form: what the Hub asks for and is not there yet. Each leads to its field. */
export function StillMissing({ saved, missing, onChoose }: Props) {
  const { t } = useTranslation('practices')
  const labels = useFieldLabels()
  const names = FORM_ORDER.filter((name) => missing?.includes(name))
  return (
    <div className={classes.aside}>
      <Card title={t('form.missingTitle')} action={<span className={classes.savedBeside}>{saved}</span>}>
        <CardBody>
          {missing === null && <p className={classes.help}>{t('form.begin')}</p>}
          {missing?.length === 0 && <p className={classes.done}>{t('form.complete')}</p>}
          {names.length > 0 && (
            <>
              <p className={classes.help}>{t('form.missingHelp')}</p>
              <ul className={classes.missing}>
                {names.map((name) => (
                  <li key={name}>
                    <button type="button" className={classes.choose} onClick={() => onChoose(name)}>
                      {labels[name]}
                    </button>
                  </li>
                ))}
              </ul>
            </>
          )}
        </CardBody>
      </Card>
    </div>
  )
}

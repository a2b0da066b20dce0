import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import classes from './Attendance.module.css'
import { ANSWERS, type Answer } from './attendanceQuery'

interface Props {
  /** The answer in force. */
  answer: Answer | null
  /** The one that was asked for elsewhere, and waits for a tap. */
  proposed?: Answer | undefined
  /** The one that is on its way. */
  sending: Answer | null
  onAnswer: (answer: Answer) => void
}

/** The three answers, one tap each. */
export function AnswerButtons({ answer, proposed, sending, onAnswer }: Props) {
  const { t } = useTranslation('attendance')
  return (
    <fieldset className={classes.answers} aria-label={t('mine.title')}>
      {ANSWERS.map((which) => (
        <Button
          key={which}
          size="md"
          variant={which === (proposed ?? answer) ? 'filled' : 'default'}
          aria-pressed={which === answer}
          data-autofocus={which === proposed || undefined}
          loading={which === sending}
          onClick={() => onAnswer(which)}
        >
          {t(`say.${which}`)}
        </Button>
      ))}
    </fieldset>
  )
}

import { useTranslation } from 'react-i18next'
import type { RoundSummary } from '@/api/generated/types.gen'
import { Card, CardBody } from '@/components/Card'
import { TextLink } from '@/components/TextLink'
import { useFormat } from '@/i18n/useFormat'
import classes from './Review.module.css'

interface Props {
  practiceId: string
  rounds: RoundSummary[]
  shown: number | undefined
}

/** Every round, kept as it was: what was submitted when, and what came of it. */
export function RoundsCard({ practiceId, rounds, shown }: Props) {
  const { t } = useTranslation(['review', 'practices'])
  const format = useFormat()
  if (rounds.length === 0) return null
  return (
    <Card title={t('rounds')}>
      <CardBody>
        <ol className={classes.rounds}>
          {rounds.map((round) => (
            <li key={round.number}>
              <TextLink
                to="/practices/$practiceId/review"
                params={{ practiceId }}
                search={{ round: round.number }}
                aria-current={round.number === shown ? 'true' : undefined}
              >
                {t('round', { number: format.number(round.number) })}
              </TextLink>
              <p className={classes.quiet}>
                {[
                  format.date(round.opened_at),
                  round.outcome && t(`practices:status.${round.outcome}`),
                  t('comments', { count: round.comments }),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </p>
            </li>
          ))}
        </ol>
      </CardBody>
    </Card>
  )
}

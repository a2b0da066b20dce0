import { useTranslation } from 'react-i18next'
import { Card, CardBody } from '@/components/Card'
import classes from './RankingHelp.module.css'

/** As `api/collaboration/rules.py` weighs: the two say the same. */
const WEIGHTS = [
  ['need', 6],
  ['pledge', 5],
  ['overlap', '5–9'],
  ['invitation', 4],
  ['gap', 3],
  ['objective', 2],
  ['process', 1],
] as const

/** How suggestions are ranked, in words and figures. */
export function RankingHelp() {
  const { t } = useTranslation('collaboration')
  return (
    <Card title={t('ranking.title')}>
      <CardBody>
        <p>{t('ranking.text')}</p>
        <dl className={classes.weights}>
          {WEIGHTS.map(([what, weight]) => (
            <div key={what}>
              <dt>{t(`ranking.${what}`)}</dt>
              <dd dir="ltr">{weight}</dd>
            </div>
          ))}
        </dl>
        <p>{t('ranking.ties')}</p>
      </CardBody>
    </Card>
  )
}

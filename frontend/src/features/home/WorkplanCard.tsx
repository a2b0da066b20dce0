import { useTranslation } from 'react-i18next'
import type { AreaAtAGlance, OverviewWorkplan } from '@/api/generated/types.gen'
import { Card, CardBody } from '@/components/Card'
import { ProgressBar } from '@/components/ProgressBar'
import { TextLink } from '@/components/TextLink'
import { useFormat } from '@/i18n/useFormat'
import { useTerms } from '@/vocabularies/useTerms'
import classes from './WorkplanCard.module.css'

/** How far the four areas of work are. */
export function WorkplanCard({ workplan }: { workplan: OverviewWorkplan }) {
  const { t } = useTranslation('home')
  const terms = useTerms('scope-of-work')
  const sentence = useSentence()
  return (
    <Card
      title={t('workplan.title')}
      action={<TextLink to={'/workplan' as string}>{t('workplan.open')}</TextLink>}
    >
      <CardBody>
        <div className={classes.areas}>
          {terms.map(({ key, short }) => {
            const area = workplan.areas.find(({ scope_of_work }) => scope_of_work === key)
            return (
              area && (
                <ProgressBar
                  key={key}
                  label={short}
                  done={area.done}
                  total={area.items}
                  sentence={sentence(area)}
                />
              )
            )
          })}
        </div>
      </CardBody>
    </Card>
  )
}

function useSentence(): (area: AreaAtAGlance) => string {
  const { t } = useTranslation('home')
  const format = useFormat()
  return ({ done, items, at_risk, overdue }) =>
    items === 0
      ? t('workplan.nothing')
      : [
          t('workplan.done', { done: format.number(done), items: format.number(items) }),
          at_risk > 0 && t('workplan.atRisk', { count: at_risk }),
          overdue > 0 && t('workplan.overdue', { count: overdue }),
        ]
          .filter(Boolean)
          .join(' · ')
}

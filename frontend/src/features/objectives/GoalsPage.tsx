import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { listGoalsOptions } from '@/api/generated/@tanstack/react-query.gen'
import type { GoalBody } from '@/api/generated/types.gen'
import { Card, CardBody } from '@/components/Card'
import { Columns } from '@/components/Columns'
import { ObjectiveChip } from '@/components/ObjectiveChips'
import { PageHeader } from '@/components/PageHeader'
import { QueryState } from '@/components/QueryState'
import { RowList } from '@/components/Row'
import { TextLink } from '@/components/TextLink'
import { useFormat } from '@/i18n/useFormat'
import classes from './Objectives.module.css'
import { TargetRow } from './TargetRow'

/** The 2030 Agenda, goal by goal: its targets that go with objectives of the Compact. */
export function GoalsPage() {
  const { t } = useTranslation('objectives')
  const query = useQuery(listGoalsOptions())
  return (
    <>
      <PageHeader
        trail={<TextLink to="/objectives">{t('title')}</TextLink>}
        title={t('goals.title')}
        summary={t('goals.summary')}
      />
      <p className={classes.note}>{t('goals.editorial')}</p>
      <QueryState query={query} rows={8}>
        {({ items }) => (
          <Columns>
            {items.map((goal) => (
              <GoalCard key={goal.number} goal={goal} />
            ))}
          </Columns>
        )}
      </QueryState>
    </>
  )
}

function GoalCard({ goal }: { goal: GoalBody }) {
  const { t } = useTranslation(['objectives', 'contributions'])
  const format = useFormat()
  const counts = goal.contributions
    .filter(({ count }) => count > 0)
    .map(({ kind, count }) => `${format.number(count)} ${t(`contributions:${kind}.count`, { count })}`)
  return (
    <Card title={`${goal.number} · ${goal.title}`} action={counts.join(' · ')}>
      {goal.targets.length === 0 ? (
        <CardBody>
          <p className={classes.note}>{t('goals.none')}</p>
        </CardBody>
      ) : (
        <RowList>
          {goal.targets.map((target) => (
            <TargetRow key={target.key} target={target}>
              <ul className={classes.goals} aria-label={t('goals.with')}>
                {target.objectives.map((number) => (
                  <li key={number}>
                    <TextLink
                      look="title"
                      className={classes.chip}
                      to="/objectives/$number"
                      params={{ number: String(number) }}
                    >
                      <ObjectiveChip number={number} />
                    </TextLink>
                  </li>
                ))}
              </ul>
            </TargetRow>
          ))}
        </RowList>
      )}
    </Card>
  )
}

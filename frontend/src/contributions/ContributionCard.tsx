import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Card } from '@/components/Card'
import { RowList } from '@/components/Row'
import { ContributionRow } from './ContributionRow'
import classes from './Contributions.module.css'
import type { Contribution, ContributionGroup } from './contributions'
import { EmptyPlace } from './EmptyPlace'

interface Props {
  group: ContributionGroup
  /** The way to one more, for those who may add it. */
  add?: ReactNode
  actionOf?: (contribution: Contribution) => ReactNode
}

/** The contributions of one kind; where there is nothing yet, a place that is kept for them. */
export function ContributionCard({ group, add, actionOf }: Props) {
  const { t } = useTranslation('contributions')
  const { kind, count, items } = group
  if (count === 0) {
    return (
      <EmptyPlace title={t(`${kind}.none`)} action={add}>
        {t(`${kind}.help`)}
      </EmptyPlace>
    )
  }
  return (
    <Card title={t(`${kind}.title`)} action={add}>
      <RowList>
        {items.map((contribution) => (
          <ContributionRow
            key={contribution.id}
            kind={kind}
            contribution={contribution}
            action={actionOf?.(contribution)}
          />
        ))}
      </RowList>
      {count > items.length && <p className={classes.more}>{t('more', { count: count - items.length })}</p>}
    </Card>
  )
}

import { Button } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { getProcessContributionsOptions } from '@/api/generated/@tanstack/react-query.gen'
import { unlinkProcessPractice } from '@/api/generated/sdk.gen'
import { ButtonLink } from '@/components/ButtonLink'
import { QueryState } from '@/components/QueryState'
import { ContributionCard } from '@/contributions/ContributionCard'
import { ContributionCounts } from '@/contributions/ContributionCounts'
import type { Contribution, ContributionKind } from '@/contributions/contributions'
import { Allowed } from '@/session/permission'
import { useSession } from '@/session/useSession'
import { BringPracticeDialog } from './BringPracticeDialog'
import classes from './Processes.module.css'
import type { Process } from './processQuery'

/** What the Champions bring, kind by kind, and where there is nothing yet. */
export function BroughtToProcess({ process }: { process: Process }) {
  const { t } = useTranslation('contributions')
  const [isBringing, setBringing] = useState(false)
  const query = useQuery(getProcessContributionsOptions({ path: { process_id: process.id } }))
  const isOver = process.phase === 'over'
  const ways: Record<ContributionKind, ReactNode> = {
    statement: (
      <Allowed permission="statements:write">
        <ButtonLink to="/statements/new" search={{ process: process.key }}>
          {t('statement.add')}
        </ButtonLink>
      </Allowed>
    ),
    activity: (
      <Allowed permission="activities:write">
        <ButtonLink to="/activities/new" search={{ process: process.key }}>
          {t('activity.add')}
        </ButtonLink>
      </Allowed>
    ),
    pledge: (
      <Allowed permission="pledges:write">
        <ButtonLink to="/pledges/new" search={{ process: process.key }}>
          {t('pledge.add')}
        </ButtonLink>
      </Allowed>
    ),
    workplan_item: (
      <Allowed permission="workplan:write">
        <ButtonLink to="/workplan/new" search={{ process: process.key }}>
          {t('workplan_item.add')}
        </ButtonLink>
      </Allowed>
    ),
    practice: (
      <Allowed permission="processes:contribute">
        <Button onClick={() => setBringing(true)}>{t('practice.add')}</Button>
      </Allowed>
    ),
  }
  return (
    <section className={classes.brought} aria-labelledby="brought">
      <h2 id="brought" className={classes.heading}>
        {t('title')}
      </h2>
      <QueryState query={query} rows={4}>
        {({ groups }) => (
          <>
            <ContributionCounts counts={groups} />
            {groups
              .filter(({ count }) => count > 0 || !isOver)
              .map((group) => (
                <ContributionCard
                  key={group.kind}
                  group={group}
                  add={!isOver && ways[group.kind]}
                  {...(group.kind === 'practice' && {
                    actionOf: (practice: Contribution) => <TakeBack process={process} practice={practice} />,
                  })}
                />
              ))}
          </>
        )}
      </QueryState>
      <BringPracticeDialog process={process} opened={isBringing} onClose={() => setBringing(false)} />
    </section>
  )
}

function TakeBack({ process, practice }: { process: Process; practice: Contribution }) {
  const { t } = useTranslation('processes')
  const champion = useSession()?.champion
  const take = useMutation({
    mutationFn: () => unlinkProcessPractice({ path: { process_id: process.id, practice_id: practice.id } }),
  })
  const mayTake = process.actions.includes('change') || (champion && champion.id === practice.champion?.id)
  if (!mayTake) return null
  return (
    <Button
      size="xs"
      variant="subtle"
      loading={take.isPending}
      onClick={() => take.mutate()}
      aria-label={t('bring.takeBackOf', { title: practice.title })}
    >
      {t('bring.takeBack')}
    </Button>
  )
}

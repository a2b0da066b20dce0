import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { getObjectiveOptions } from '@/api/generated/@tanstack/react-query.gen'
import type { GetObjectiveResponse } from '@/api/generated/types.gen'
import { ButtonLink } from '@/components/ButtonLink'
import { Card, CardBody } from '@/components/Card'
import { ChampionLink } from '@/components/Champion'
import { Columns } from '@/components/Columns'
import { DemonstrationMark } from '@/components/Mark'
import { PageHeader } from '@/components/PageHeader'
import { QueryState } from '@/components/QueryState'
import { Row, RowList } from '@/components/Row'
import { TextLink } from '@/components/TextLink'
import { ContributionCard } from '@/contributions/ContributionCard'
import { ContributionCounts } from '@/contributions/ContributionCounts'
import { ContributionRow } from '@/contributions/ContributionRow'
import type { ContributionKind } from '@/contributions/contributions'
import { EmptyPlace } from '@/contributions/EmptyPlace'
import { Allowed } from '@/session/permission'
import classes from './Objectives.module.css'
import { TargetRow } from './TargetRow'

/** One objective: who champions it, what is done for it, what others may join, and what it means in the 2030 Agenda. */
export function ObjectivePage({ number }: { number: number }) {
  const query = useQuery(getObjectiveOptions({ path: { number } }))
  return (
    <QueryState query={query} rows={6}>
      {(objective) => <OneObjective key={objective.number} objective={objective} />}
    </QueryState>
  )
}

function OneObjective({ objective }: { objective: GetObjectiveResponse }) {
  const { t } = useTranslation(['objectives', 'contributions'])
  const { number, title, groups, open_invitations: invitations } = objective
  const ways: Partial<Record<ContributionKind, ReactNode>> = {
    statement: (
      <Allowed permission="statements:write">
        <ButtonLink to="/statements/new" search={{ objective: number }}>
          {t('contributions:statement.add')}
        </ButtonLink>
      </Allowed>
    ),
    activity: (
      <Allowed permission="activities:write">
        <ButtonLink to="/activities/new" search={{ objective: number }}>
          {t('contributions:activity.add')}
        </ButtonLink>
      </Allowed>
    ),
    pledge: (
      <Allowed permission="pledges:write">
        <ButtonLink to="/pledges/new" search={{ objective: number }}>
          {t('contributions:pledge.add')}
        </ButtonLink>
      </Allowed>
    ),
    practice: (
      <Allowed permission="practices:write">
        <ButtonLink to="/practices/new">{t('contributions:practice.add')}</ButtonLink>
      </Allowed>
    ),
  }
  return (
    <>
      <PageHeader
        trail={<TextLink to="/objectives">{t('title')}</TextLink>}
        title={title}
        summary={`${t('named', { number })} · ${t('roundTable', { number: objective.round_table })}`}
      />
      <Columns
        aside={
          <>
            <Champions objective={objective} />
            <Targets objective={objective} />
          </>
        }
      >
        <ContributionCounts counts={groups} />
        {invitations.length > 0 && (
          <Card title={t('invitations')}>
            <RowList>
              {invitations.map((invitation) => (
                <ContributionRow key={invitation.id} kind="activity" contribution={invitation} />
              ))}
            </RowList>
          </Card>
        )}
        {groups.map((group) => (
          <ContributionCard key={group.kind} group={group} add={ways[group.kind]} />
        ))}
        <Neighbours number={number} />
      </Columns>
    </>
  )
}

function Champions({ objective }: { objective: GetObjectiveResponse }) {
  const { t } = useTranslation('objectives')
  if (objective.champions.length === 0) {
    return <EmptyPlace title={t('whoNone')}>{t('whoNoneHelp')}</EmptyPlace>
  }
  return (
    <Card title={t('who')} action={objective.are_demonstration && <DemonstrationMark />}>
      <RowList>
        {objective.champions.map((champion) => (
          <Row key={champion.id} title={<ChampionLink champion={champion} />} />
        ))}
      </RowList>
    </Card>
  )
}

function Targets({ objective }: { objective: GetObjectiveResponse }) {
  const { t } = useTranslation('objectives')
  return (
    <Card title={t('targets')}>
      <RowList>
        {objective.targets.map((target) => (
          <TargetRow key={target.key} target={target} />
        ))}
      </RowList>
      <CardBody>
        <p className={classes.note}>{t('targetsHelp')}</p>
        <TextLink to="/sdgs">{t('bySdg')}</TextLink>
      </CardBody>
    </Card>
  )
}

const LAST = 23

function Neighbours({ number }: { number: number }) {
  const { t } = useTranslation('objectives')
  return (
    <nav className={classes.steps} aria-label={t('title')} data-print="hide">
      {number > 1 ? (
        <TextLink to="/objectives/$number" params={{ number: String(number - 1) }}>
          {t('previous')}
        </TextLink>
      ) : (
        <span />
      )}
      {number < LAST && (
        <TextLink to="/objectives/$number" params={{ number: String(number + 1) }}>
          {t('next')}
        </TextLink>
      )}
    </nav>
  )
}

import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { listActivitiesOptions } from '@/api/generated/@tanstack/react-query.gen'
import type { ActivitySummary } from '@/api/generated/types.gen'
import { ButtonLink } from '@/components/ButtonLink'
import { Card, CardBody } from '@/components/Card'
import { ChampionNames } from '@/components/Champion'
import { Columns } from '@/components/Columns'
import { Deadline } from '@/components/Deadline'
import { EmptyState } from '@/components/EmptyState'
import { ExternalLink } from '@/components/ExternalLink'
import { Fact, Facts } from '@/components/Facts'
import { DemonstrationMark } from '@/components/Mark'
import { ObjectiveChips } from '@/components/ObjectiveChips'
import { PageHeader } from '@/components/PageHeader'
import { Prose } from '@/components/Prose'
import { QueryState } from '@/components/QueryState'
import { TextLink } from '@/components/TextLink'
import { useFormat } from '@/i18n/useFormat'
import { Allowed } from '@/session/permission'
import { SignOnsCard } from './SignOnsCard'
import { SilenceCard } from './SilenceCard'
import { StatementStatusBadge } from './StatementStatusBadge'
import { StatementSteps } from './StatementSteps'
import classes from './Statements.module.css'
import { type Statement, statementQuery } from './statementQuery'
import { TextCard } from './TextCard'
import { useStatementChoices } from './useStatementChoices'

interface Props {
  id: string
  /** The version that is shown; the newest where none is named. */
  version: number | undefined
  /** The version that it is compared with. */
  against: number | undefined
}

/** One statement: its silence, its text with what champions say to it, and who signs on. */
export function StatementPage({ id, version, against }: Props) {
  const query = useQuery(statementQuery(id))
  return (
    <QueryState query={query} rows={6}>
      {({ data }) => <OneStatement key={data.id} statement={data} version={version} against={against} />}
    </QueryState>
  )
}

type ShownProps = Omit<Props, 'id'> & { statement: Statement }

function OneStatement({ statement, version, against }: ShownProps) {
  const { t } = useTranslation('statements')
  const isFinal = statement.adopted_version !== null
  const shown = version ?? statement.adopted_version ?? statement.versions[0]?.number
  return (
    <>
      <PageHeader
        trail={<TextLink to="/statements">{t('title')}</TextLink>}
        title={statement.title}
        summary={<Standing statement={statement} />}
        action={<StatementSteps statement={statement} />}
      />
      <Columns
        aside={
          <>
            <Circumstances statement={statement} />
            {isFinal && <SignOnsCard statement={statement} />}
          </>
        }
      >
        {statement.silence_until && (
          <Allowed permission="statements:follow">
            <SilenceCard statement={statement} />
          </Allowed>
        )}
        {shown ? (
          <TextCard key={shown} statement={statement} number={shown} against={against} />
        ) : (
          <Card title={t('text.title')}>
            <EmptyState title={t('text.none')}>
              {statement.actions.includes('write') ? (
                <ButtonLink to="/statements/$statementId/write" params={{ statementId: statement.id }}>
                  {t('text.write')}
                </ButtonLink>
              ) : (
                t('text.noneHelp')
              )}
            </EmptyState>
          </Card>
        )}
        {statement.purpose && (
          <Card title={t('form.purpose')}>
            <CardBody>
              <Prose>{statement.purpose}</Prose>
            </CardBody>
          </Card>
        )}
      </Columns>
    </>
  )
}

function Standing({ statement }: { statement: Statement }) {
  const { t } = useTranslation('statements')
  const { status, withdrawal_reason: reason } = statement
  return (
    <div className={classes.standing}>
      <StatementStatusBadge status={status} />
      <span>{status === 'withdrawn' ? <bdi>{reason}</bdi> : t(`standing.${status}`)}</span>
      {statement.is_demonstration && <DemonstrationMark />}
    </div>
  )
}

function Circumstances({ statement }: { statement: Statement }) {
  const { t } = useTranslation('statements')
  const format = useFormat()
  const { languages: names } = useStatementChoices()
  const spoken = names.filter(({ value }) => statement.languages.includes(value)).map(({ label }) => label)
  const { delivered_on: delivered } = statement
  const about = listActivitiesOptions({ query: { statement: statement.id, sort: 'starts_on' } })
  const activities = useQuery(about).data?.items ?? []
  return (
    <Card title={t('circumstances')}>
      <CardBody>
        <Facts>
          <Fact name={t('form.process')}>
            {statement.process && (
              <TextLink to="/statements" search={{ process: statement.process }}>
                {statement.process_title}
              </TextLink>
            )}
          </Fact>
          <Fact name={t('activities')}>
            {activities.length > 0 && <Activities activities={activities} />}
          </Fact>
          <Fact name={t('form.event')}>{statement.event && <bdi>{statement.event}</bdi>}</Fact>
          <Fact name={t('form.dueOn')}>{statement.due_on && format.date(statement.due_on)}</Fact>
          <Fact name={t('form.drafters')}>
            {statement.drafters.length > 0 ? <ChampionNames champions={statement.drafters} /> : t('coChairs')}
          </Fact>
          <Fact name={t('form.objectives')}>
            {statement.objectives.length > 0 && <ObjectiveChips numbers={statement.objectives} />}
          </Fact>
          <Fact name={t('form.languages')}>{spoken.length > 0 && format.list(spoken)}</Fact>
          <Fact name={t('form.visibility')}>{t(`visibility.${statement.visibility}`)}</Fact>
          <Fact name={t('adopted')}>
            {statement.adopted_at && (
              <>
                <Deadline at={statement.adopted_at} />
                {statement.adoption_reason && (
                  <>
                    {' · '}
                    <bdi>{statement.adoption_reason}</bdi>
                  </>
                )}
              </>
            )}
          </Fact>
          <Fact name={t('delivered')}>
            {delivered && (
              <>
                {format.date(delivered)}
                {statement.delivered_by && (
                  <>
                    {' · '}
                    <bdi>{statement.delivered_by}</bdi>
                  </>
                )}
              </>
            )}
          </Fact>
          <Fact name={t('recording')}>
            {statement.recording && <ExternalLink href={statement.recording}>{t('watch')}</ExternalLink>}
          </Fact>
        </Facts>
      </CardBody>
    </Card>
  )
}

function Activities({ activities }: { activities: ActivitySummary[] }) {
  return (
    <ul className={classes.names}>
      {activities.map(({ id, title }) => (
        <li key={id}>
          <TextLink to="/activities/$activityId" params={{ activityId: id }}>
            <bdi>{title}</bdi>
          </TextLink>
        </li>
      ))}
    </ul>
  )
}

import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { getHubOverviewOptions } from '@/api/generated/@tanstack/react-query.gen'
import type { HubOverview } from '@/api/generated/types.gen'
import { Card, CardBody } from '@/components/Card'
import { ChampionLink } from '@/components/Champion'
import { Columns } from '@/components/Columns'
import { EmptyState } from '@/components/EmptyState'
import { DemonstrationMark } from '@/components/Mark'
import { PageHeader } from '@/components/PageHeader'
import { QueryState } from '@/components/QueryState'
import { Row, RowList } from '@/components/Row'
import { TextLink } from '@/components/TextLink'
import { useFormat } from '@/i18n/useFormat'
import classes from './Mechanism.module.css'
import { MechanismTabs } from './MechanismTabs'

/** What was published for the Hub, by whom, and what is known of its use: nothing that is not measured. */
export function HubPage() {
  const { t } = useTranslation('mechanism')
  const query = useQuery(getHubOverviewOptions())
  return (
    <>
      <PageHeader title={t('hub.title')} summary={t('hub.summary')} />
      <MechanismTabs />
      <QueryState query={query} rows={6}>
        {(hub) => <Published hub={hub} />}
      </QueryState>
    </>
  )
}

function Published({ hub }: { hub: HubOverview }) {
  const { t } = useTranslation('mechanism')
  const format = useFormat()
  if (hub.practices_count === 0) {
    return (
      <Card>
        <EmptyState title={t('hub.none')}>{t('hub.help')}</EmptyState>
      </Card>
    )
  }
  return (
    <Columns
      aside={
        <>
          <Card title={t('hub.languages')}>
            <RowList>
              {hub.languages.map(({ language, practices_count: count }) => (
                <Row key={language} title={format.language(language)} aside={t('hub.published', { count })} />
              ))}
            </RowList>
          </Card>
          <Card title={t('hub.measured')}>
            <CardBody>
              <p>{t('hub.measuredText')}</p>
            </CardBody>
          </Card>
        </>
      }
    >
      <ul className={classes.figures} aria-label={t('hub.title')}>
        {(['practices', 'revised', 'brought'] as const).map((figure) => {
          const count = hub[`${figure}_count`]
          return (
            <li key={figure} className={classes.figure}>
              <b className={classes.number}>{format.number(count)}</b>
              <span>{t(`hub.${figure}`, { count })}</span>
            </li>
          )
        })}
      </ul>
      <Card title={t('hub.latest')} action={<TextLink to="/practices">{t('hub.all')}</TextLink>}>
        <RowList>
          {hub.latest.map((practice) => (
            <Row
              key={practice.id}
              look="matter"
              title={
                <TextLink look="title" to="/practices/$practiceId" params={{ practiceId: practice.id }}>
                  <bdi>{practice.title}</bdi>
                </TextLink>
              }
              context={
                <>
                  {[
                    practice.champion.name,
                    format.date(practice.published_at),
                    t('hub.version', { number: practice.version }),
                  ].join(' · ')}{' '}
                  {practice.is_demonstration && <DemonstrationMark />}
                </>
              }
            />
          ))}
        </RowList>
      </Card>
      <Card title={t('hub.by')}>
        <RowList>
          {hub.champions.map(({ champion, practices_count: count, brought_count: brought, latest_at }) => (
            <Row
              key={champion.id}
              title={<ChampionLink champion={champion} />}
              context={[format.date(latest_at), brought > 0 && t('hub.broughtOf', { count: brought })]
                .filter(Boolean)
                .join(' · ')}
              aside={t('hub.published', { count })}
            />
          ))}
        </RowList>
      </Card>
    </Columns>
  )
}

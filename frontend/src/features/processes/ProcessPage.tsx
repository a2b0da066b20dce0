import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { ButtonLink } from '@/components/ButtonLink'
import { Card, CardBody } from '@/components/Card'
import { Columns } from '@/components/Columns'
import { ExternalLink } from '@/components/ExternalLink'
import { Fact, Facts } from '@/components/Facts'
import { ConfidenceMark, DemonstrationMark } from '@/components/Mark'
import { PageHeader } from '@/components/PageHeader'
import { Prose } from '@/components/Prose'
import { QueryState } from '@/components/QueryState'
import { TextLink } from '@/components/TextLink'
import { useFormat } from '@/i18n/useFormat'
import { BroughtToProcess } from './BroughtToProcess'
import { CountdownCard } from './CountdownCard'
import { DeadlinesCard } from './DeadlinesCard'
import { LeadsCard } from './LeadsCard'
import { type Process, processQuery } from './processQuery'

/** One process: how long it is still, by when it asks for what, who leads, and what the Champions bring. */
export function ProcessPage({ id }: { id: string }) {
  const query = useQuery(processQuery(id))
  return (
    <QueryState query={query} rows={6}>
      {({ data, etag }) => <OneProcess key={data.id} process={data} etag={etag} />}
    </QueryState>
  )
}

function OneProcess({ process, etag }: { process: Process; etag: string }) {
  const { t } = useTranslation('processes')
  return (
    <>
      <PageHeader
        trail={<TextLink to="/processes">{t('title')}</TextLink>}
        title={process.title}
        summary={<WhenAndWhere process={process} />}
        action={
          process.actions.includes('change') && (
            <ButtonLink to="/processes/$processId/edit" params={{ processId: process.id }}>
              {t('change')}
            </ButtonLink>
          )
        }
      />
      <Columns
        aside={
          <>
            <LeadsCard process={process} etag={etag} />
            <Circumstances process={process} />
          </>
        }
      >
        <CountdownCard process={process} />
        {process.about && (
          <Card title={t('about')}>
            <CardBody>
              <Prose>{process.about}</Prose>
            </CardBody>
          </Card>
        )}
        <DeadlinesCard process={process} />
        <BroughtToProcess process={process} />
      </Columns>
    </>
  )
}

function WhenAndWhere({ process }: { process: Process }) {
  const format = useFormat()
  const told = [format.dateRange(process.starts_on, process.ends_on), process.place]
  return (
    <>
      {told.filter(Boolean).join(' · ')}
      {process.is_demonstration && (
        <>
          {' '}
          <DemonstrationMark />
        </>
      )}
      {process.confidence === 'recalled' && (
        <>
          {' '}
          <ConfidenceMark source={process.source} />
        </>
      )}
    </>
  )
}

function Circumstances({ process }: { process: Process }) {
  const { t } = useTranslation('processes')
  return (
    <Card title={t('facts')}>
      <CardBody>
        <Facts>
          <Fact name={t('form.kind')}>{t(`kind.${process.kind}`)}</Fact>
          <Fact name={t('form.commission')}>{process.commission}</Fact>
          <Fact name={t('form.round')}>{process.round}</Fact>
          <Fact name={t('form.outcome')}>{process.outcome && <bdi>{process.outcome}</bdi>}</Fact>
          <Fact name={t('form.link')}>
            {process.link && <ExternalLink href={process.link}>{t('page')}</ExternalLink>}
          </Fact>
          <Fact name={t('form.source')}>
            {process.confidence === 'read' && process.source && <bdi>{process.source}</bdi>}
          </Fact>
        </Facts>
      </CardBody>
    </Card>
  )
}

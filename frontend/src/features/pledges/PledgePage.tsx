import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { ButtonLink } from '@/components/ButtonLink'
import { Card, CardBody } from '@/components/Card'
import { Columns } from '@/components/Columns'
import { DemonstrationMark } from '@/components/Mark'
import { PageHeader } from '@/components/PageHeader'
import { Prose } from '@/components/Prose'
import { QueryState } from '@/components/QueryState'
import { Row, RowList } from '@/components/Row'
import { TextLink } from '@/components/TextLink'
import { useFormat } from '@/i18n/useFormat'
import { FileCard } from './FileCard'
import { PledgeCircumstances } from './PledgeCircumstances'
import { PledgeStatusBadge } from './PledgeStatusBadge'
import { PledgeSteps } from './PledgeSteps'
import classes from './Pledges.module.css'
import { type Pledge, pledgeQuery } from './pledgeQuery'
import { ReportsCard } from './ReportsCard'
import { StatesCard } from './StatesCard'
import { useFieldLabels } from './useFieldLabels'
import { usePledgeWords } from './usePledgeWords'

/** One pledge: what is pledged and what was reported, and beside it its circumstances. */
export function PledgePage({ id }: { id: string }) {
  const query = useQuery(pledgeQuery(id))
  return (
    <QueryState query={query} rows={6}>
      {({ data, etag }) => (
        <>
          <Head pledge={data} etag={etag} />
          <Columns
            aside={
              <>
                <PledgeCircumstances pledge={data} />
                {data.states.length > 0 && <StatesCard pledge={data} />}
                <FileCard pledge={data} etag={etag} />
              </>
            }
          >
            <Matter pledge={data} />
          </Columns>
        </>
      )}
    </QueryState>
  )
}

function Head({ pledge, etag }: { pledge: Pledge; etag: string }) {
  const { t } = useTranslation('pledges')
  const words = usePledgeWords()
  return (
    <PageHeader
      trail={
        <>
          <TextLink to="/pledges">{t('title')}</TextLink>
          {pledge.kind && ` / ${t(`kind.${pledge.kind}`)}`}
        </>
      }
      title={pledge.title}
      summary={
        <span className={classes.standing}>
          <PledgeStatusBadge pledge={pledge} />
          <span>{[words.who(pledge), words.when(pledge)].filter(Boolean).join(' · ')}</span>
          {pledge.is_demonstration && <DemonstrationMark />}
        </span>
      }
      action={<PledgeSteps pledge={pledge} etag={etag} />}
    />
  )
}

function Matter({ pledge }: { pledge: Pledge }) {
  const { t } = useTranslation('pledges')
  return (
    <>
      {pledge.missing.length > 0 && <Missing pledge={pledge} />}
      {pledge.status_reason && (
        <Card title={t('why')}>
          <CardBody>
            <Prose>{pledge.status_reason}</Prose>
          </CardBody>
        </Card>
      )}
      <Card title={t('description')}>
        <CardBody>
          {pledge.description ? (
            <div lang={pledge.language} dir="auto">
              <Prose>{pledge.description}</Prose>
            </div>
          ) : (
            <p className={classes.nothing}>{t('noDescription')}</p>
          )}
        </CardBody>
      </Card>
      {pledge.status !== 'draft' && <ReportsCard pledge={pledge} />}
      {pledge.answered_by.length > 0 && (
        <Card title={t('answeredBy')}>
          <RowList>
            {pledge.answered_by.map(({ id, title, champion }) => (
              <Row
                key={id}
                title={
                  <TextLink look="title" to="/pledges/$pledgeId" params={{ pledgeId: id }}>
                    <bdi>{title}</bdi>
                  </TextLink>
                }
                context={champion.name}
              />
            ))}
          </RowList>
        </Card>
      )}
    </>
  )
}

/** What the public form asks for and is not there yet. */
function Missing({ pledge }: { pledge: Pledge }) {
  const { t } = useTranslation('pledges')
  const labels: Record<string, string> = useFieldLabels()
  const format = useFormat()
  return (
    <Card
      title={t('missing.title')}
      action={
        <ButtonLink to="/pledges/$pledgeId/edit" params={{ pledgeId: pledge.id }} size="xs">
          {t('missing.action')}
        </ButtonLink>
      }
    >
      <CardBody>
        <p className={classes.line}>
          {t('missing.fields', {
            fields: format.list(pledge.missing.map((field) => labels[field] ?? field)),
          })}
        </p>
        {pledge.missing.includes('description') && (
          <p className={classes.quiet}>{t('missing.description')}</p>
        )}
      </CardBody>
    </Card>
  )
}

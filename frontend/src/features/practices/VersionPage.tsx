import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Card, CardBody } from '@/components/Card'
import { ChampionLink } from '@/components/Champion'
import { Columns } from '@/components/Columns'
import { DemonstrationMark } from '@/components/Mark'
import { PageHeader } from '@/components/PageHeader'
import { QueryState } from '@/components/QueryState'
import { TextLink } from '@/components/TextLink'
import { useFormat } from '@/i18n/useFormat'
import { ContentFacts, Fact } from './Circumstances'
import { Citation } from './Citation'
import { Notice } from './PracticeNotices'
import { PracticeState } from './PracticeState'
import classes from './Practices.module.css'
import { PracticeText } from './PracticeText'
import { type PracticeBody, type PracticeVersionBody, versionQuery } from './practiceQuery'

/** A practice as it was published, for whoever follows a citation. */
export function VersionPage({ id, number }: { id: string; number: number }) {
  const version = useQuery(versionQuery(id, number))
  return (
    <PracticeState id={id}>
      {({ data }) => (
        <QueryState query={version}>{(found) => <Version practice={data} version={found} />}</QueryState>
      )}
    </PracticeState>
  )
}

function Version({ practice, version }: { practice: PracticeBody; version: PracticeVersionBody }) {
  const { t } = useTranslation('practices')
  const format = useFormat()
  const { number, published_at, title, content } = version
  const date = format.date(published_at)
  const isWithdrawn = practice.status === 'withdrawn'
  return (
    <article className={classes.practice}>
      <PageHeader
        title={title}
        trail={
          <TextLink to="/practices/$practiceId" params={{ practiceId: practice.id }}>
            {practice.title}
          </TextLink>
        }
        summary={
          <>
            {t('state.publishedAgain', { champion: practice.champion.name, date, version: number })}{' '}
            {practice.is_demonstration && <DemonstrationMark />}
          </>
        }
        action={<Button onClick={() => window.print()}>{t('print')}</Button>}
      />
      {isWithdrawn && <Notice tone="late">{t('notice.withdrawn')}</Notice>}
      {!isWithdrawn && number !== practice.version && (
        <Notice>
          {t('notice.older', { number, date })}{' '}
          <TextLink to="/practices/$practiceId" params={{ practiceId: practice.id }}>
            {t('notice.newer')}
          </TextLink>
        </Notice>
      )}
      <Columns
        aside={
          <>
            <Card title={t('atAGlance')}>
              <CardBody>
                <dl className={classes.circumstances}>
                  <Fact label={t('filter.champion')}>
                    <ChampionLink champion={practice.champion} />
                  </Fact>
                  <ContentFacts content={content} />
                </dl>
              </CardBody>
            </Card>
            <Card title={t('versions.version', { number: format.number(number) })}>
              <CardBody>
                {t('versions.published', { date })}
                <Citation
                  champion={practice.champion.name}
                  title={title}
                  practiceId={practice.id}
                  number={number}
                  publishedAt={published_at}
                />
              </CardBody>
            </Card>
          </>
        }
      >
        <PracticeText content={content} practiceId={practice.id} files={content.files} />
      </Columns>
    </article>
  )
}

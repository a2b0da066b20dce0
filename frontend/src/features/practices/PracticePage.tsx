import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Columns } from '@/components/Columns'
import { DemonstrationMark } from '@/components/Mark'
import { PageHeader } from '@/components/PageHeader'
import { QueryState } from '@/components/QueryState'
import { TextLink } from '@/components/TextLink'
import { useFormat } from '@/i18n/useFormat'
import { Circumstances } from './Circumstances'
import { PracticeNotices } from './PracticeNotices'
import { PracticeSteps } from './PracticeSteps'
import classes from './Practices.module.css'
import { PracticeText } from './PracticeText'
import { type PracticeBody, practiceQuery } from './practiceQuery'
import { ReviewHistory } from './review/ReviewHistory'
import { Versions } from './Versions'

export function PracticePage({ id }: { id: string }) {
  return (
    <QueryState query={useQuery(practiceQuery(id))}>
      {({ data, etag }) => <Practice practice={data} etag={etag} />}
    </QueryState>
  )
}

function Practice({ practice, etag }: { practice: PracticeBody; etag: string }) {
  const { t } = useTranslation('practices')
  const isInsider = practice.review_note !== null
  return (
    <article className={classes.practice}>
      <PageHeader
        title={practice.title}
        trail={
          <TextLink to="/practices" data-print="hide">
            {t('title')}
          </TextLink>
        }
        summary={
          <>
            <WhereItStands practice={practice} /> {practice.is_demonstration && <DemonstrationMark />}
          </>
        }
        action={
          <>
            <PracticeSteps practice={practice} etag={etag} />
            {practice.version > 0 && <Button onClick={() => window.print()}>{t('print')}</Button>}
          </>
        }
      />
      <PracticeNotices practice={practice} />
      <Columns
        aside={
          <>
            <Circumstances practice={practice} />
            {practice.version > 0 && <Versions practice={practice} />}
            {isInsider && <ReviewHistory practiceId={practice.id} />}
          </>
        }
      >
        <PracticeText content={practice} />
      </Columns>
    </article>
  )
}

function WhereItStands({ practice }: { practice: PracticeBody }) {
  const { t } = useTranslation('practices')
  const format = useFormat()
  const { status, version } = practice
  const sentence = status === 'published' && version > 1 ? 'publishedAgain' : status
  return (
    <>
      {t(`state.${sentence}`, {
        champion: practice.champion.name,
        version,
        date: practice.published_at && format.date(practice.published_at),
        when: format.relativeDays(practice.submitted_at ?? practice.updated_at),
      })}
    </>
  )
}

import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Card, CardBody } from '@/components/Card'
import { Columns } from '@/components/Columns'
import { DemonstrationMark } from '@/components/Mark'
import { PageHeader } from '@/components/PageHeader'
import { Prose } from '@/components/Prose'
import { QueryState } from '@/components/QueryState'
import { TextLink } from '@/components/TextLink'
import { PicturesCard } from '@/pictures/PicturesCard'
import classes from './Activity.module.css'
import { ActivityCircumstances } from './ActivityCircumstances'
import { ActivityStatusBadge } from './ActivityStatusBadge'
import { ActivitySteps } from './ActivitySteps'
import { activityGallery } from './activityGallery'
import { type Activity, activityQuery } from './activityQuery'
import { OpenForPartners } from './OpenForPartners'
import { PartnersCard } from './PartnersCard'
import { PledgesCard } from './PledgesCard'
import { RegistrationCard } from './RegistrationCard'
import { useActivityWords } from './useActivityWords'

/** One activity: the matter, and beside it its circumstances. */
export function ActivityPage({ id }: { id: string }) {
  const query = useQuery(activityQuery(id))
  return (
    <QueryState query={query}>
      {({ data, etag }) => (
        <>
          <Head activity={data} etag={etag} />
          <Columns aside={<ActivityCircumstances activity={data} />}>
            <Matter activity={data} />
            <RegistrationCard activity={data} />
            <PartnersCard activity={data} />
            <PledgesCard activityId={id} />
            <PicturesCard gallery={activityGallery(id)} title={data.title} />
          </Columns>
        </>
      )}
    </QueryState>
  )
}

function Head({ activity, etag }: { activity: Activity; etag: string }) {
  const { t } = useTranslation('activities')
  const words = useActivityWords()
  return (
    <PageHeader
      trail={
        <>
          <TextLink to="/activities">{t('title')}</TextLink> / {words.kind(activity.kind)}
        </>
      }
      title={activity.title}
      summary={
        <span className={classes.standing}>
          <ActivityStatusBadge activity={activity} />
          <span>{words.line(activity)}</span>
          {activity.is_open_for_partners && !activity.is_over && <OpenForPartners />}
          {activity.is_demonstration && <DemonstrationMark />}
        </span>
      }
      action={<ActivitySteps activity={activity} etag={etag} />}
    />
  )
}

function Matter({ activity }: { activity: Activity }) {
  const { t } = useTranslation('activities')
  const mayWrite = activity.actions.includes('change')
  const hasHappened = activity.status === 'held' || activity.status === 'reported'
  const isSilent = !activity.description && !activity.outcome && !activity.lessons_learned
  return (
    <>
      {activity.status_reason && (
        <Card title={t('whyStatus')}>
          <CardBody>
            <Prose>{activity.status_reason}</Prose>
          </CardBody>
        </Card>
      )}
      {(activity.description || mayWrite || isSilent) && (
        <Text title={t('description')} text={activity.description} otherwise={t('noDescription')} />
      )}
      {(activity.outcome || (hasHappened && mayWrite)) && (
        <Text title={t('outcome')} text={activity.outcome} otherwise={t('noOutcome')} />
      )}
      {activity.lessons_learned && <Text title={t('lessonsLearned')} text={activity.lessons_learned} />}
    </>
  )
}

function Text({ title, text, otherwise = '' }: { title: string; text: string; otherwise?: string }) {
  return (
    <Card title={title}>
      <CardBody>{text ? <Prose>{text}</Prose> : <p className={classes.nothing}>{otherwise}</p>}</CardBody>
    </Card>
  )
}

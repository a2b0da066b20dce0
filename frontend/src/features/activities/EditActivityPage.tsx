import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { ButtonLink } from '@/components/ButtonLink'
import { Card } from '@/components/Card'
import { EmptyState } from '@/components/EmptyState'
import { PageHeader } from '@/components/PageHeader'
import { QueryState } from '@/components/QueryState'
import { TextLink } from '@/components/TextLink'
import classes from './Activity.module.css'
import { ActivityForm } from './ActivityForm'
import { activityQuery } from './activityQuery'

export function EditActivityPage({ id }: { id: string }) {
  const { t } = useTranslation('activities')
  const query = useQuery(activityQuery(id))
  const params = { activityId: id }
  return (
    <QueryState query={query}>
      {({ data, etag }) => (
        <>
          <PageHeader
            trail={
              <>
                <TextLink to="/activities">{t('title')}</TextLink> /{' '}
                <TextLink to="/activities/$activityId" params={params}>
                  {data.title}
                </TextLink>
              </>
            }
            title={t('edit')}
            summary={t('editHelp')}
          />
          {data.actions.includes('change') ? (
            <ActivityForm key={id} activity={data} etag={etag} />
          ) : (
            <div className={classes.sheet}>
              <Card>
                <EmptyState
                  title={t('notYours')}
                  action={
                    <ButtonLink to="/activities/$activityId" params={params}>
                      {t('toActivity')}
                    </ButtonLink>
                  }
                >
                  {t('notYoursHelp')}
                </EmptyState>
              </Card>
            </div>
          )}
        </>
      )}
    </QueryState>
  )
}

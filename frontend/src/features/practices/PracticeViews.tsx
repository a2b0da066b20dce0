import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { TextLink } from '@/components/TextLink'
import { holds } from '@/session/permission'
import { useSession } from '@/session/useSession'
import classes from './Practices.module.css'
import { reviewQueueOptions } from './review/reviewQueue'

/** What is published, one's own, the searches one keeps, and what is in review for one to decide or advise on. Nothing for the public. */
export function PracticeViews() {
  const { t } = useTranslation('practices')
  const session = useSession()
  const queue = useQuery({ ...reviewQueueOptions, enabled: holds(session, 'practices:advise') })
  const waiting = queue.data?.items.length
  const reviews = holds(session, 'practices:review') || Boolean(waiting)
  if (!session) return null
  return (
    <nav aria-label={t('views.label')} className={classes.views} data-print="hide">
      <TextLink
        className={classes.view}
        to="/practices"
        search={{}}
        activeOptions={{ exact: true, includeSearch: true }}
      >
        {t('views.published')}
      </TextLink>
      {holds(session, 'practices:write') && (
        <TextLink
          className={classes.view}
          to="/practices"
          search={{ view: 'ours' }}
          activeOptions={{ exact: true, includeSearch: true }}
        >
          {t(session.champion ? 'views.ours' : 'views.all')}
        </TextLink>
      )}
      <TextLink className={classes.view} to="/practices/saved-searches">
        {t('views.saved')}
      </TextLink>
      {reviews && (
        <TextLink className={classes.view} to="/practices/review">
          {t('views.review')} {waiting ? <b>{waiting}</b> : null}
        </TextLink>
      )}
    </nav>
  )
}

import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { TextLink } from '@/components/TextLink'
import { holds } from '@/session/permission'
import { useSession } from '@/session/useSession'
import classes from './Practices.module.css'
import { reviewQueueOptions } from './review/reviewQueue'

/** What is published, one's own, and for the secretariat what waits for it. Nothing for the public. */
export function PracticeViews() {
  const { t } = useTranslation('practices')
  const session = useSession()
  const mayReview = holds(session, 'practices:review')
  const queue = useQuery({ ...reviewQueueOptions, enabled: mayReview })
  if (!holds(session, 'practices:write')) return null
  const waiting = queue.data?.items.length
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
      <TextLink
        className={classes.view}
        to="/practices"
        search={{ view: 'ours' }}
        activeOptions={{ exact: true, includeSearch: true }}
      >
        {t(session?.champion ? 'views.ours' : 'views.all')}
      </TextLink>
      {mayReview && (
        <TextLink className={classes.view} to="/practices/review">
          {t('views.review')} {waiting ? <b>{waiting}</b> : null}
        </TextLink>
      )}
    </nav>
  )
}

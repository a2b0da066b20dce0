import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { isProblem } from '@/api/problem'
import classes from './State.module.css'

interface Props {
  error: unknown
  onRetry: () => void
}

/** What could not be loaded, why, and what to do. */
export function ErrorState({ error, onRetry }: Props) {
  const { t } = useTranslation()
  const problem = isProblem(error) ? error : null
  const isOffline = problem?.isOffline ?? false
  const explained = problem && !isOffline && problem.status < 500 ? problem.message : null
  return (
    <div className={classes.state} role="alert">
      <p className={classes.title}>{t(isOffline ? 'state.offlineTitle' : 'state.failedTitle')}</p>
      <div className={classes.text}>
        {explained ?? t(isOffline ? 'state.offlineHelp' : 'state.failedHelp')}
      </div>
      <div className={classes.action}>
        <Button onClick={onRetry}>{t('action.retry')}</Button>
      </div>
    </div>
  )
}

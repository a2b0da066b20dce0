import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import classes from './LoadMore.module.css'

interface Props {
  query: { hasNextPage: boolean; isFetchingNextPage: boolean; fetchNextPage: () => unknown }
}

export function LoadMore({ query }: Props) {
  const { t } = useTranslation()
  if (!query.hasNextPage) return null
  return (
    <div className={classes.more}>
      <Button loading={query.isFetchingNextPage} onClick={() => query.fetchNextPage()}>
        {t('action.showMore')}
      </Button>
    </div>
  )
}

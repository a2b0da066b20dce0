import { Button, Modal } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { download } from '@/api/download'
import { listActivityRegistrationsOptions } from '@/api/generated/@tanstack/react-query.gen'
import { QueryState } from '@/components/QueryState'
import { Row, RowList } from '@/components/Row'
import { StatusBadge } from '@/components/StatusBadge'
import classes from './Activity.module.css'
import type { Activity } from './activityQuery'

interface Props {
  activity: Activity
  opened: boolean
  onClose: () => void
}

/** Everybody who comes or waits, for those who lead. */
export function RegistrationsDialog({ activity, opened, onClose }: Props) {
  const { t } = useTranslation('registrations')
  return (
    <Modal opened={opened} onClose={onClose} title={t('who.label')} size="lg">
      <WhoComes activity={activity} />
    </Modal>
  )
}

function WhoComes({ activity }: Pick<Props, 'activity'>) {
  const { t } = useTranslation('registrations')
  const query = useQuery(listActivityRegistrationsOptions({ path: { activity_id: activity.id } }))
  const get = useMutation({
    mutationFn: () =>
      download(`/activities/${activity.id}/registrations?format=xlsx`, `${activity.title}.xlsx`),
    meta: { refreshesQueries: false },
  })
  return (
    <QueryState query={query} rows={3}>
      {({ items }) =>
        items.length === 0 ? (
          <p className={classes.nothing}>{t('who.none')}</p>
        ) : (
          <>
            <RowList label={t('who.label')} ordered>
              {items.map((one) => (
                <Row
                  key={one.id}
                  leading={one.rank}
                  title={<bdi>{one.name}</bdi>}
                  context={<bdi>{[one.organisation, one.email].filter(Boolean).join(' · ')}</bdi>}
                  aside={one.seat === 'waiting' && <StatusBadge tone="quiet">{t('who.waits')}</StatusBadge>}
                />
              ))}
            </RowList>
            <Button mt="md" loading={get.isPending} onClick={() => get.mutate()}>
              {t('who.download')}
            </Button>
          </>
        )
      }
    </QueryState>
  )
}

import { Button, Modal, VisuallyHidden } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { download } from '@/api/download'
import { listActivityRegistrationsOptions } from '@/api/generated/@tanstack/react-query.gen'
import { removeActivityRegistration } from '@/api/generated/sdk.gen'
import type { RegistrationBody } from '@/api/generated/types.gen'
import { ConfirmDialog } from '@/components/ConfirmDialog'
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
                <WhoeverComes key={one.id} activity={activity} registration={one} />
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

function WhoeverComes({ activity, registration }: { activity: Activity; registration: RegistrationBody }) {
  const { t } = useTranslation('registrations')
  const [isAsked, setAsked] = useState(false)
  const { id, name, organisation, email, rank, seat } = registration
  const remove = useMutation({
    mutationFn: (reason: string) =>
      removeActivityRegistration({
        path: { activity_id: activity.id, registration_id: id },
        body: { reason: reason || null },
      }),
  })
  return (
    <Row
      leading={rank}
      title={<bdi>{name}</bdi>}
      context={<bdi>{[organisation, email].filter(Boolean).join(' · ')}</bdi>}
      aside={
        <>
          {seat === 'waiting' && <StatusBadge tone="quiet">{t('who.waits')}</StatusBadge>}
          <Button size="xs" variant="subtle" onClick={() => setAsked(true)}>
            {t('who.remove')}
            <VisuallyHidden>: {name}</VisuallyHidden>
          </Button>
          <ConfirmDialog
            opened={isAsked}
            onClose={() => setAsked(false)}
            title={t('who.removeTitle', { name })}
            confirmLabel={t('who.remove')}
            tone="danger"
            reason="optional"
            onConfirm={(reason) => remove.mutateAsync(reason)}
          >
            {t('who.removeStory')}
          </ConfirmDialog>
        </>
      }
    />
  )
}

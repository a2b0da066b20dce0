import { Button, Group } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { getActivityRegistrationOptions } from '@/api/generated/@tanstack/react-query.gen'
import { closeActivityRegistration, registerForActivity, withdrawFromActivity } from '@/api/generated/sdk.gen'
import type { DeskBody } from '@/api/generated/types.gen'
import { Card, CardBody } from '@/components/Card'
import { ConfirmDialog } from '@/components/ConfirmDialog'
import { Deadline } from '@/components/Deadline'
import { problemMessage } from '@/forms/problemMessage'
import { useSession } from '@/session/useSession'
import classes from './Activity.module.css'
import type { Activity } from './activityQuery'
import { OpenRegistrationDialog } from './OpenRegistrationDialog'
import { RegisterDialog } from './RegisterDialog'
import { RegistrationsDialog } from './RegistrationsDialog'

/** Who may come: figures for everybody, one's own place, and the desk for those who lead. */
export function RegistrationCard({ activity }: { activity: Activity }) {
  const { t } = useTranslation('registrations')
  const path = { activity_id: activity.id }
  const { data: desk } = useQuery(getActivityRegistrationOptions({ path }))
  if (!desk || (desk.closes_at === null && !desk.actions.includes('open'))) return null
  return (
    <Card
      title={t('title')}
      action={desk.actions.length > 0 && <DeskButtons activity={activity} desk={desk} />}
    >
      <CardBody>
        <Figures desk={desk} />
        <OwnPlace activity={activity} desk={desk} />
      </CardBody>
    </Card>
  )
}

interface Props {
  activity: Activity
  desk: DeskBody
}

function Figures({ desk }: Pick<Props, 'desk'>) {
  const { t } = useTranslation('registrations')
  if (desk.closes_at === null) return <p className={classes.nothing}>{t('none')}</p>
  const taken =
    desk.capacity === null
      ? t('taken', { count: desk.seated })
      : t('takenOf', { taken: desk.seated, capacity: desk.capacity })
  return (
    <p className={classes.said}>
      {[taken, desk.waiting > 0 && t('waiting', { count: desk.waiting })].filter(Boolean).join(' · ')}
      <span className={classes.days}>
        {desk.is_open ? (
          <>
            {t('open')} <Deadline at={desk.closes_at} />
          </>
        ) : (
          t('closed')
        )}
      </span>
    </p>
  )
}

function OwnPlace({ activity, desk }: Props) {
  const { t } = useTranslation('registrations')
  const { t: common } = useTranslation()
  const hasAccount = useSession() !== null
  const [asked, setAsked] = useState<'register' | 'withdraw' | null>(null)
  const path = { activity_id: activity.id }
  const register = useMutation({ mutationFn: () => registerForActivity({ path }) })
  const withdraw = useMutation({ mutationFn: () => withdrawFromActivity({ path }) })
  const isFull = desk.capacity !== null && desk.seated >= desk.capacity
  return (
    <>
      {desk.own && (
        <p className={classes.said} role="status">
          <strong>{t(`own.${desk.own.seat}`, { place: desk.own.place })}</strong>
        </p>
      )}
      <Group gap="xs" mt="xs" data-print="hide">
        {desk.actions.includes('register') && (
          <Button
            variant="filled"
            loading={register.isPending}
            onClick={() => (hasAccount ? register.mutate() : setAsked('register'))}
          >
            {t(isFull ? 'registerWaiting' : 'register')}
          </Button>
        )}
        {desk.actions.includes('withdraw') && (
          <Button size="xs" onClick={() => setAsked('withdraw')}>
            {t('withdraw')}
          </Button>
        )}
      </Group>
      {register.isError && (
        <p role="alert" className={classes.failure}>
          {problemMessage(register.error, common)}
        </p>
      )}
      <RegisterDialog activityId={activity.id} opened={asked === 'register'} onClose={() => setAsked(null)} />
      <ConfirmDialog
        opened={asked === 'withdraw'}
        onClose={() => setAsked(null)}
        title={t('withdraw')}
        confirmLabel={t('withdraw')}
        onConfirm={() => withdraw.mutateAsync()}
      >
        {t('withdrawStory')}
      </ConfirmDialog>
    </>
  )
}

function DeskButtons({ activity, desk }: Props) {
  const { t } = useTranslation('registrations')
  const [asked, setAsked] = useState<'open' | 'close' | 'list' | null>(null)
  const path = { activity_id: activity.id }
  const shut = useMutation({ mutationFn: () => closeActivityRegistration({ path }) })
  const may = (verb: string) => desk.actions.includes(verb)
  const close = () => setAsked(null)
  return (
    <Group gap="xs" data-print="hide">
      {may('list') && (
        <Button size="xs" onClick={() => setAsked('list')}>
          {t('who.action')}
        </Button>
      )}
      {may('open') && (
        <Button size="xs" onClick={() => setAsked('open')}>
          {t(desk.closes_at === null ? 'desk.open' : 'desk.change')}
        </Button>
      )}
      {may('close') && (
        <Button size="xs" variant="subtle" onClick={() => setAsked('close')}>
          {t('desk.close')}
        </Button>
      )}
      <OpenRegistrationDialog activity={activity} desk={desk} opened={asked === 'open'} onClose={close} />
      <RegistrationsDialog activity={activity} opened={asked === 'list'} onClose={close} />
      <ConfirmDialog
        opened={asked === 'close'}
        onClose={close}
        title={t('desk.close')}
        confirmLabel={t('desk.close')}
        onConfirm={() => shut.mutateAsync()}
      >
        {t('desk.closeStory')}
      </ConfirmDialog>
    </Group>
  )
}

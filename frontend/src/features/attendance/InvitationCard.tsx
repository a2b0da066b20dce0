import { Button } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { getAboutOptions } from '@/api/generated/@tanstack/react-query.gen'
import { inviteToMeeting, sendMeetingUpdate } from '@/api/generated/sdk.gen'
import { Card, CardBody } from '@/components/Card'
import { ChampionNames } from '@/components/Champion'
import { ConfirmDialog } from '@/components/ConfirmDialog'
import { Deadline } from '@/components/Deadline'
import { StatusBadge } from '@/components/StatusBadge'
import { useFormat } from '@/i18n/useFormat'
import classes from './Attendance.module.css'
import type { Invitation } from './attendanceQuery'
import { PrepareInvitationDialog } from './PrepareInvitationDialog'

interface Props {
  invitation: Invitation
  etag: string
}

/** Where the invitation stands: a draft, sent, or with changes that the invited do not know yet. */
export function InvitationCard({ invitation, etag }: Props) {
  const { t } = useTranslation('attendance')
  const [asked, setAsked] = useState<'invite' | 'prepare' | null>(null)
  const path = { meeting_id: invitation.id }
  const invite = useMutation({ mutationFn: () => inviteToMeeting({ path }) })
  const update = useMutation({ mutationFn: () => sendMeetingUpdate({ path }) })
  const { data: about } = useQuery(getAboutOptions())
  const may = (verb: string) => invitation.actions.includes(verb)
  const close = () => setAsked(null)
  return (
    <Card
      title={t('invitation.title')}
      action={
        <StatusBadge tone={invitation.invited_at ? 'done' : 'soon'}>
          {t(invitation.invited_at ? 'invitation.sent' : 'invitation.draft')}
        </StatusBadge>
      }
    >
      <CardBody>
        <Standing invitation={invitation} />
        {about?.sends_mail === false && <p className={classes.warning}>{t('invitation.noMail')}</p>}
        {invitation.champions_without_people.length > 0 && (
          <p className={classes.line}>
            {t('invitation.withoutPeople')} <ChampionNames champions={invitation.champions_without_people} />
          </p>
        )}
        <div className={classes.buttons}>
          {may('invite') && (
            <Button variant="filled" onClick={() => setAsked('invite')}>
              {t('invitation.send')}
            </Button>
          )}
          {may('send-update') && (
            <Button variant="filled" loading={update.isPending} onClick={() => update.mutate()}>
              {t('invitation.sendUpdate')}
            </Button>
          )}
          {may('change') && <Button onClick={() => setAsked('prepare')}>{t('invitation.prepare')}</Button>}
        </div>
      </CardBody>
      <ConfirmDialog
        opened={asked === 'invite'}
        onClose={close}
        title={t('invitation.send')}
        confirmLabel={t('invitation.send')}
        onConfirm={() => invite.mutateAsync()}
      >
        {t('invitation.explain', { count: invitation.people_count })}
      </ConfirmDialog>
      <PrepareInvitationDialog
        invitation={invitation}
        etag={etag}
        opened={asked === 'prepare'}
        onClose={close}
      />
    </Card>
  )
}

function Standing({ invitation }: { invitation: Invitation }) {
  const { t } = useTranslation('attendance')
  const format = useFormat()
  const pending = invitation.pending_changes
  if (!invitation.invited_at)
    return <p className={classes.line}>{t('invitation.nobodyTold', { count: invitation.people_count })}</p>
  return (
    <>
      <p className={classes.line}>
        {t('invitation.sentAgo', { ago: format.ago(invitation.invited_at), count: invitation.people_count })}
      </p>
      {pending.length > 0 && (
        <p className={classes.pending}>
          <strong>{t('invitation.pending', { count: pending.length })}</strong>{' '}
          {format.list(pending.map((change) => t(`change.${change}`)))}.{' '}
          {invitation.told_by_itself_at && (
            <>
              {t('invitation.toldAt')} <Deadline at={invitation.told_by_itself_at} />.
            </>
          )}
        </p>
      )}
    </>
  )
}

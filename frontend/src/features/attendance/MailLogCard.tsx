import { Button } from '@mantine/core'
import { useInfiniteQuery, useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { sendMeetingMailAgain } from '@/api/generated/sdk.gen'
import { Card } from '@/components/Card'
import { EmptyState } from '@/components/EmptyState'
import { PagedRows } from '@/components/QueryState'
import { Row } from '@/components/Row'
import { StatusBadge, type Tone } from '@/components/StatusBadge'
import { useFormat } from '@/i18n/useFormat'
import { type Mail, mailsOptions } from './attendanceQuery'

const TONES: Record<Mail['status'], Tone> = {
  queued: 'active',
  sent: 'done',
  failed: 'late',
  not_sent: 'soon',
}

/** Every mail about the meeting, what became of it, and the way to send it again. */
export function MailLogCard({ meetingId }: { meetingId: string }) {
  const { t } = useTranslation('attendance')
  const query = useInfiniteQuery(mailsOptions(meetingId))
  return (
    <Card title={t('mails.title')}>
      <PagedRows
        query={query}
        empty={<EmptyState title={t('mails.none')}>{t('mails.noneHelp')}</EmptyState>}
        label={t('mails.title')}
      >
        {(mail) => <MailRow meetingId={meetingId} mail={mail} />}
      </PagedRows>
    </Card>
  )
}

function MailRow({ meetingId, mail }: { meetingId: string; mail: Mail }) {
  const { t } = useTranslation('attendance')
  const format = useFormat()
  const again = useMutation({
    mutationFn: () => sendMeetingMailAgain({ path: { meeting_id: meetingId, mail_id: mail.id } }),
  })
  return (
    <Row
      title={mail.subject}
      context={
        <>
          <bdi>{mail.person_name}</bdi> · <bdi>{mail.address}</bdi> ·{' '}
          {format.dateTime(mail.sent_at ?? mail.queued_at)}
          {mail.error && (
            <>
              {' '}
              · <bdi>{mail.status === 'not_sent' ? t('mails.noServer') : mail.error}</bdi>
            </>
          )}
        </>
      }
      aside={
        <>
          <StatusBadge tone={TONES[mail.status]}>{t(`mails.status.${mail.status}`)}</StatusBadge>
          {mail.actions.includes('send-again') && (
            <Button
              size="xs"
              loading={again.isPending}
              aria-label={t('mails.againTo', { name: mail.person_name })}
              onClick={() => again.mutate()}
            >
              {t('mails.again')}
            </Button>
          )}
        </>
      }
    />
  )
}

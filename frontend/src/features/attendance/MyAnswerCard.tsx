import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { answerInvitation } from '@/api/generated/sdk.gen'
import type { InvitationAnswer } from '@/api/generated/types.gen'
import { Card, CardBody } from '@/components/Card'
import { problemMessage } from '@/forms/problemMessage'
import { inOneLine } from '@/i18n/isolated'
import { useFormat } from '@/i18n/useFormat'
import { AnswerButtons } from './AnswerButtons'
import { AnswerDetailsDialog } from './AnswerDetailsDialog'
import classes from './Attendance.module.css'
import type { Attendance } from './attendanceQuery'

/** Whether one's own champion comes: one tap, and the names of delegates for those who know them. */
export function MyAnswerCard({ meetingId, mine }: { meetingId: string; mine: Attendance }) {
  const { t } = useTranslation('attendance')
  const { t: common } = useTranslation()
  const [isOpen, setOpen] = useState(false)
  const send = useMutation({
    mutationFn: (body: InvitationAnswer) => answerInvitation({ path: { meeting_id: meetingId }, body }),
  })
  const { delegates, substitute, note } = mine
  return (
    <Card title={t('mine.title')}>
      <CardBody>
        <p className={classes.line}>
          <Standing mine={mine} />
        </p>
        <AnswerButtons
          answer={mine.answer}
          sending={send.isPending ? send.variables.answer : null}
          onAnswer={(answer) => send.mutate({ answer, delegates, substitute, note })}
        />
        {send.isError && (
          <p role="alert" className={classes.failure}>
            {problemMessage(send.error, common)}
          </p>
        )}
        {mine.answer && (
          <>
            <Details attendance={mine} />
            <Button mt="sm" size="xs" variant="subtle" onClick={() => setOpen(true)}>
              {t('mine.details')}
            </Button>
            <AnswerDetailsDialog
              title={t('mine.details')}
              attendance={mine}
              opened={isOpen}
              onClose={() => setOpen(false)}
              onSave={(body) => send.mutateAsync(body)}
            />
          </>
        )}
      </CardBody>
    </Card>
  )
}

function Standing({ mine }: { mine: Attendance }) {
  const { t } = useTranslation('attendance')
  const format = useFormat()
  const champion = mine.champion.name
  if (mine.answer && mine.answered_at)
    return (
      <span role="status">
        {t(`mine.${mine.answer}`, { champion })}{' '}
        {t('mine.by', { name: mine.answered_by_name, ago: format.ago(mine.answered_at) })}
      </span>
    )
  return <>{t(mine.earlier_answer ? 'mine.moved' : 'mine.open', { champion })}</>
}

function Details({ attendance }: { attendance: Attendance }) {
  const { t } = useTranslation('attendance')
  const format = useFormat()
  const { delegates, substitute, note } = attendance
  const line = inOneLine([
    delegates.length > 0 && t('delegates', { names: format.list(delegates) }),
    substitute && t('substitute', { name: substitute }),
    note,
  ])
  if (line === '') return null
  return <p className={classes.details}>{line}</p>
}

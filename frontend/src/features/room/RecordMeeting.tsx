import { Button, Checkbox, Textarea } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { listAttendanceOptions } from '@/api/generated/@tanstack/react-query.gen'
import { callRoll, holdMeeting } from '@/api/generated/sdk.gen'
import type { AttendanceList, MeetingBody } from '@/api/generated/types.gen'
import { Card, CardBody } from '@/components/Card'
import { problemMessage } from '@/forms/problemMessage'
import classes from './RecordMeeting.module.css'
import type { Room } from './roomQuery'

interface Props {
  meeting: MeetingBody
  room: Room
}

/** What is left to say once the room is closed: who was there, and that the meeting was held. */
export function RecordMeeting({ meeting, room }: Props) {
  const { data } = useQuery(listAttendanceOptions({ path: { meeting_id: meeting.id } }))
  if (!data) return null
  return <RecordForm meeting={meeting} room={room} attendances={data} />
}

function RecordForm({ meeting, room, attendances }: Props & { attendances: AttendanceList }) {
  const { t, i18n } = useTranslation('room')
  const { t: common } = useTranslation()
  const champions = attendances.items
    .map(({ champion }) => champion)
    .sort((one, other) => one.name.localeCompare(other.name, i18n.language))
  const mayCall = attendances.actions.includes('take')
  const [present, setPresent] = useState(() => whoWasSurelyThere(room, attendances))
  const [reason, setReason] = useState('')
  const [isReasonMissing, setReasonMissing] = useState(false)
  const skipsSteps = meeting.asks_reason.includes('hold')
  const record = useMutation({
    mutationFn: async () => {
      const path = { meeting_id: meeting.id }
      if (mayCall) await callRoll({ path, body: { present } })
      await holdMeeting({ path, body: { reason: reason.trim() || null } })
    },
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setReasonMissing(skipsSteps && reason.trim() === '')
    if (!skipsSteps || reason.trim()) record.mutate()
  }
  return (
    <Card title={t('record.title')}>
      <CardBody>
        <form onSubmit={submit} noValidate>
          {mayCall && (
            <Checkbox.Group
              label={t('record.who', { count: present.length, total: attendances.items.length })}
              description={t('record.whoHelp')}
              value={present}
              onChange={setPresent}
            >
              <div className={classes.champions}>
                {champions.map((champion) => (
                  <Checkbox key={champion.iso3} value={champion.iso3} label={champion.name} />
                ))}
              </div>
            </Checkbox.Group>
          )}
          {skipsSteps && (
            <Textarea
              className={classes.reason}
              autosize
              minRows={2}
              label={common('form.reason')}
              description={t('record.reasonHelp')}
              inputWrapperOrder={['label', 'input', 'error', 'description']}
              value={reason}
              onChange={(event) => setReason(event.currentTarget.value)}
              error={isReasonMissing && common('form.reasonRequired')}
            />
          )}
          {record.error && (
            <p role="alert" className={classes.failure}>
              {problemMessage(record.error, common)}
            </p>
          )}
          <Button className={classes.submit} type="submit" variant="filled" loading={record.isPending}>
            {t('record.submit')}
          </Button>
        </form>
      </CardBody>
    </Card>
  )
}

/** Those of whom it is noted; of the others those who took the floor, or said that they come. */
function whoWasSurelyThere(room: Room, { items }: AttendanceList): string[] {
  const spoke = new Set(room.spoken.map(({ champion }) => champion.iso3))
  return items
    .filter(({ was_present, answer, champion }) =>
      was_present === null ? answer === 'accepted' || spoke.has(champion.iso3) : was_present,
    )
    .map(({ champion }) => champion.iso3)
}

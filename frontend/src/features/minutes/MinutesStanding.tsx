import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { changeMinutes } from '@/api/generated/sdk.gen'
import type { MinutesBody } from '@/api/generated/types.gen'
import { ifMatch } from '@/api/record'
import { ConfirmDialog } from '@/components/ConfirmDialog'
import { Deadline } from '@/components/Deadline'
import { DeadlineInput } from '@/time/DeadlineInput'
import classes from './Minutes.module.css'

interface Props {
  minutes: MinutesBody
  etag: string
}

/** "Circulated: corrections until Thursday 12 December, 18:00 (17:00 UTC). 3 proposed, 1 to decide." */
export function MinutesStanding({ minutes, etag }: Props) {
  const { t } = useTranslation('minutes')
  const until = minutes.status === 'circulated' ? minutes.corrections_until : null
  return (
    <span className={classes.standing}>
      <span>
        {t(`status.${minutes.status}`)}
        {until && (
          <>
            {t(minutes.takes_corrections ? 'until' : 'was')} <Deadline at={until} />
            {minutes.corrections_count > 0 &&
              ` · ${t('counts', { proposed: minutes.corrections_count, open: minutes.undecided_count })}`}
          </>
        )}
      </span>
      {until && minutes.actions.includes('change') && (
        <MoveDeadline meetingId={minutes.id} until={until} etag={etag} />
      )}
    </span>
  )
}

function MoveDeadline({ meetingId, until, etag }: { meetingId: string; until: string; etag: string }) {
  const { t } = useTranslation('minutes')
  const [opened, setOpened] = useState(false)
  const [chosen, setChosen] = useState(until)
  const move = useMutation({
    mutationFn: () =>
      changeMinutes({
        path: { meeting_id: meetingId },
        body: { corrections_until: chosen },
        headers: ifMatch(etag),
      }),
  })
  return (
    <>
      <Button size="xs" variant="subtle" data-print="hide" onClick={() => setOpened(true)}>
        {t('deadline.move')}
      </Button>
      <ConfirmDialog
        opened={opened}
        onClose={() => setOpened(false)}
        title={t('deadline.title')}
        confirmLabel={t('deadline.move')}
        onConfirm={() => move.mutateAsync()}
      >
        <DeadlineInput label={t('deadline.label')} value={chosen} onChange={setChosen} />
      </ConfirmDialog>
    </>
  )
}

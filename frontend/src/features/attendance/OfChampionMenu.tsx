import { ActionIcon, Menu } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { answerInvitationOnBehalf, takeAttendance } from '@/api/generated/sdk.gen'
import type { ChampionPresence, InvitationAnswer } from '@/api/generated/types.gen'
import { AnswerDetailsDialog } from './AnswerDetailsDialog'
import type { Attendance } from './attendanceQuery'
import { PresenceDialog } from './PresenceDialog'

interface Props {
  meetingId: string
  attendance: Attendance
  /** What one may do about this meeting's attendance. */
  actions: readonly string[]
}

/** What the chairs note of one champion: its answer on its behalf, whether it was there. */
export function OfChampionMenu({ meetingId, attendance, actions }: Props) {
  const { t } = useTranslation('attendance')
  const [asked, setAsked] = useState<'answer' | 'names' | null>(null)
  const { champion, delegates } = attendance
  const path = { meeting_id: meetingId, champion: champion.iso3 }
  const answer = useMutation({
    mutationFn: (body: InvitationAnswer) => answerInvitationOnBehalf({ path, body }),
  })
  const take = useMutation({ mutationFn: (body: ChampionPresence) => takeAttendance({ path, body }) })
  const mayAnswer = actions.includes('answer-on-behalf')
  const mayTake = actions.includes('take')
  if (!mayAnswer && !mayTake) return null
  return (
    <>
      <Menu>
        <Menu.Target>
          <ActionIcon size={32} aria-label={t('menu.label', { champion: champion.name })} data-print="hide">
            <IconDots size={18} stroke={1.75} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {mayTake && (
            <>
              <Menu.Item onClick={() => take.mutate({ was_present: true, delegates })}>
                {t('menu.present')}
              </Menu.Item>
              <Menu.Item onClick={() => setAsked('names')}>{t('menu.names')}</Menu.Item>
              <Menu.Item onClick={() => take.mutate({ was_present: false })}>{t('menu.absent')}</Menu.Item>
            </>
          )}
          {mayAnswer && <Menu.Item onClick={() => setAsked('answer')}>{t('menu.answer')}</Menu.Item>}
        </Menu.Dropdown>
      </Menu>
      <AnswerDetailsDialog
        title={t('menu.answerOf', { champion: champion.name })}
        attendance={attendance}
        opened={asked === 'answer'}
        onClose={() => setAsked(null)}
        onSave={(body) => answer.mutateAsync(body)}
      />
      <PresenceDialog
        attendance={attendance}
        opened={asked === 'names'}
        onClose={() => setAsked(null)}
        onSave={(names) => take.mutateAsync({ was_present: true, delegates: names })}
      />
    </>
  )
}

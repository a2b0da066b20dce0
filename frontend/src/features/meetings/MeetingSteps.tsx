import { Button, Menu } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import {
  cancelMeeting,
  circulateMeetingAgenda,
  circulateMeetingMinutes,
  closeMeeting,
  deleteMeeting,
  holdMeeting,
  openMeetingAgenda,
  postponeMeeting,
  reopenMeetingAgenda,
  returnMeetingToPlan,
  undoMeetingHold,
} from '@/api/generated/sdk.gen'
import { ButtonLink } from '@/components/ButtonLink'
import { ConfirmDialog } from '@/components/ConfirmDialog'
import { DeleteDialog } from '@/components/DeleteDialog'
import { MoreMenu } from '@/components/MoreMenu'
import { CirculateMinutesDialog } from './CirculateMinutesDialog'
import { type Meeting, meetingQuery } from './meetingQuery'
import { RescheduleDialog } from './RescheduleDialog'
import { StepMails } from './StepMails'

const STEPS = {
  'open-agenda': openMeetingAgenda,
  'circulate-agenda': circulateMeetingAgenda,
  hold: holdMeeting,
  'circulate-minutes': circulateMeetingMinutes,
  close: closeMeeting,
  postpone: postponeMeeting,
  cancel: cancelMeeting,
  'return-to-plan': returnMeetingToPlan,
  'reopen-agenda': reopenMeetingAgenda,
  'undo-hold': undoMeetingHold,
}
/** Steps that ask for a reason without skipping any. */
const ASIDE: readonly string[] = ['postpone', 'cancel', 'return-to-plan', 'reopen-agenda', 'undo-hold']
type Step = keyof typeof STEPS
const VERBS = Object.keys(STEPS) as Step[]

/** What a step is called: to close a meeting whose minutes are circulated is to adopt them. */
const named = (verb: Step, { status }: Meeting) =>
  verb === 'close' && status === 'minutes_circulated' ? 'adopt' : verb

/** The step that comes next, if it skips none. Nobody records a meeting as held before it began. */
function nextStep(meeting: Meeting): Step | undefined {
  const isAhead = Date.parse(meeting.starts_at) > Date.now()
  return VERBS.find(
    (verb) =>
      meeting.actions.includes(verb) && !meeting.asks_reason.includes(verb) && !(verb === 'hold' && isAhead),
  )
}

/** One primary button for what comes next, everything else one may do behind a menu. */
export function MeetingSteps({ meeting }: { meeting: Meeting }) {
  const { t } = useTranslation('meetings')
  const [asked, setAsked] = useState<Step | 'reschedule' | 'delete' | null>(null)
  const close = () => setAsked(null)
  const may = (verb: string) => meeting.actions.includes(verb)
  const next = nextStep(meeting)
  const others = VERBS.filter((verb) => may(verb) && verb !== next)
  const isToCome = may('cancel')
  const isProposalFirst = may('propose-item') && !may('change')

  return (
    <>
      {may('change') && (others.length > 0 || may('delete') || next) && (
        <MoreMenu label={t('more')}>
          <Menu.Item
            renderRoot={(props) => (
              <Link to="/meetings/$meetingId/edit" params={{ meetingId: meeting.id }} {...props} />
            )}
          >
            {t('edit')}
          </Menu.Item>
          {isToCome && (
            <Menu.Item
              renderRoot={(props) => (
                <Link to="/meetings/date-polls/new" search={{ meeting: meeting.id }} {...props} />
              )}
            >
              {t('askDate')}
            </Menu.Item>
          )}
          {others.map((verb) => (
            <Menu.Item key={verb} onClick={() => setAsked(verb)}>
              {t(`step.${named(verb, meeting)}`)}
            </Menu.Item>
          ))}
          {may('delete') && (
            <Menu.Item color="red" onClick={() => setAsked('delete')}>
              {t('delete')}
            </Menu.Item>
          )}
        </MoreMenu>
      )}
      {may('reschedule') && (
        <Button variant="filled" onClick={() => setAsked('reschedule')}>
          {t('step.reschedule')}
        </Button>
      )}
      {next && (
        <Button variant="filled" onClick={() => setAsked(next)}>
          {t(`step.${named(next, meeting)}`)}
        </Button>
      )}
      {isProposalFirst && (
        <ButtonLink to="/meetings/$meetingId/propose" params={{ meetingId: meeting.id }} variant="filled">
          {t('agenda.propose')}
        </ButtonLink>
      )}
      {VERBS.map((verb) => {
        const Dialog = verb === 'circulate-minutes' ? CirculateMinutesDialog : StepDialog
        return <Dialog key={verb} meeting={meeting} verb={verb} opened={asked === verb} onClose={close} />
      })}
      <RescheduleDialog meeting={meeting} opened={asked === 'reschedule'} onClose={close} />
      <DeleteDialog
        opened={asked === 'delete'}
        onClose={close}
        title={t('deleteTitle')}
        confirmLabel={t('delete')}
        queryKey={meetingQuery(meeting.id).queryKey}
        remove={(headers) => deleteMeeting({ path: { meeting_id: meeting.id }, headers })}
        back="/meetings"
      >
        {t('deleteHelp')}
      </DeleteDialog>
    </>
  )
}

interface DialogProps {
  meeting: Meeting
  opened: boolean
  onClose: () => void
}

function StepDialog({ meeting, verb, ...dialog }: DialogProps & { verb: Step }) {
  const { t } = useTranslation('meetings')
  const isReasonNeeded = meeting.asks_reason.includes(verb)
  const skips = isReasonNeeded && !ASIDE.includes(verb)
  const undecided = meeting.open_proposals_count
  const take = useMutation({
    mutationFn: (reason: string) =>
      STEPS[verb]({ path: { meeting_id: meeting.id }, body: { reason: reason || null } }),
  })
  return (
    <ConfirmDialog
      {...dialog}
      title={t(`step.${named(verb, meeting)}`)}
      confirmLabel={t(`step.${named(verb, meeting)}`)}
      tone={verb === 'cancel' ? 'danger' : 'plain'}
      reason={isReasonNeeded ? 'required' : verb === 'close' ? 'optional' : 'none'}
      onConfirm={(reason) => take.mutateAsync(reason)}
    >
      {t(`explain.${named(verb, meeting)}`)} {skips && t('explain.skips')}{' '}
      {(verb === 'circulate-agenda' || verb === 'hold') &&
        undecided > 0 &&
        t('explain.undecided', { count: undecided })}{' '}
      <StepMails meeting={meeting} verb={named(verb, meeting)} />
    </ConfirmDialog>
  )
}

import { Button, Menu } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { cancelDatePoll, closeDatePoll, deleteDatePoll, openDatePoll } from '@/api/generated/sdk.gen'
import { ButtonLink } from '@/components/ButtonLink'
import { ConfirmDialog } from '@/components/ConfirmDialog'
import { DeleteDialog } from '@/components/DeleteDialog'
import { MoreMenu } from '@/components/MoreMenu'
import { type DatePoll, datePollQuery } from './datePollQuery'
import { meetingToPlan } from './meetingToPlan'

const ExtendDialog = lazy(() => import('./ExtendDialog'))

const STEPS = { open: openDatePoll, close: closeDatePoll, cancel: cancelDatePoll }
type Step = keyof typeof STEPS
const VERBS = Object.keys(STEPS) as Step[]
type Asked = Step | 'extend' | 'delete'

interface Props {
  poll: DatePoll
  onChange: () => void
}

/** One primary button for what comes next, everything else one may do behind a menu. */
export function DatePollSteps({ poll, onChange }: Props) {
  const { t } = useTranslation('datepolls')
  const { t: common } = useTranslation()
  const [asked, setAsked] = useState<Asked | null>(null)
  const close = () => setAsked(null)
  const may = (verb: string) => poll.actions.includes(verb)
  const inMenu = (['extend', 'close', 'cancel', 'delete'] as const).filter(may)
  return (
    <>
      {(may('change') || inMenu.length > 0) && (
        <MoreMenu label={common('action.more')}>
          {may('change') && <Menu.Item onClick={onChange}>{t('step.change')}</Menu.Item>}
          {inMenu.map((verb) => (
            <Menu.Item key={verb} onClick={() => setAsked(verb)} {...(verb === 'delete' && { color: 'red' })}>
              {t(`step.${verb}`)}
            </Menu.Item>
          ))}
        </MoreMenu>
      )}
      {may('open') && (
        <Button variant="filled" onClick={() => setAsked('open')}>
          {t('step.open')}
        </Button>
      )}
      {may('link-meeting') && poll.chosen_starts_at && (
        <ButtonLink {...meetingToPlan(poll, poll.chosen_starts_at)} variant="filled">
          {t('step.plan')}
        </ButtonLink>
      )}
      {VERBS.map((verb) => (
        <StepDialog key={verb} poll={poll} verb={verb} opened={asked === verb} onClose={close} />
      ))}
      <DeleteDialog
        opened={asked === 'delete'}
        onClose={close}
        title={t('step.delete')}
        confirmLabel={t('step.delete')}
        queryKey={datePollQuery(poll.id).queryKey}
        remove={(headers) => deleteDatePoll({ path: { poll_id: poll.id }, headers })}
        back="/meetings/date-polls"
      >
        {t('explain.delete')}
      </DeleteDialog>
      {asked === 'extend' && (
        <Suspense>
          <ExtendDialog poll={poll} onClose={close} />
        </Suspense>
      )}
    </>
  )
}

interface DialogProps {
  poll: DatePoll
  opened: boolean
  onClose: () => void
}

function StepDialog({ poll, verb, ...dialog }: DialogProps & { verb: Step }) {
  const { t } = useTranslation('datepolls')
  const take = useMutation({
    mutationFn: (reason: string) =>
      STEPS[verb]({ path: { poll_id: poll.id }, body: { reason: reason || null } }),
  })
  return (
    <ConfirmDialog
      {...dialog}
      title={t(`step.${verb}`)}
      confirmLabel={t(`step.${verb}`)}
      tone={verb === 'cancel' ? 'danger' : 'plain'}
      reason={verb === 'open' ? 'none' : 'required'}
      onConfirm={(reason) => take.mutateAsync(reason)}
    >
      {t(`explain.${verb}`)}
    </ConfirmDialog>
  )
}

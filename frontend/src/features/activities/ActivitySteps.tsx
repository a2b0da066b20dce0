import { Button, Menu } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import {
  cancelActivity,
  confirmActivity,
  coordinateActivity,
  deleteActivity,
  holdActivity,
  planActivity,
  postponeActivity,
  reopenActivity,
  reportActivity,
  resumeActivity,
  stopCoordinatingActivity,
} from '@/api/generated/sdk.gen'
import { ifMatch } from '@/api/record'
import { ButtonLink } from '@/components/ButtonLink'
import { ConfirmDialog } from '@/components/ConfirmDialog'
import { DeleteDialog } from '@/components/DeleteDialog'
import { type Activity, activityQuery } from './activityQuery'

const STEPS = {
  plan: planActivity,
  confirm: confirmActivity,
  hold: holdActivity,
  report: reportActivity,
  postpone: postponeActivity,
  resume: resumeActivity,
  cancel: cancelActivity,
  reopen: reopenActivity,
}

type Verb = keyof typeof STEPS
type Asked = Verb | 'delete'

const VERBS = Object.keys(STEPS) as Verb[]

const COORDINATION = ['coordinate', 'stop-coordinating'] as const

const NEXT: Partial<Record<Activity['status'], Verb>> = {
  idea: 'plan',
  planned: 'confirm',
  confirmed: 'hold',
  held: 'report',
  postponed: 'resume',
  cancelled: 'reopen',
}

interface Props {
  activity: Activity
  etag: string
}

/** What this person may do with the activity now: the next step first, the rest behind "More". */
export function ActivitySteps({ activity, etag }: Props) {
  const { t } = useTranslation(['activities', 'common'])
  const [asked, setAsked] = useState<Asked | null>(null)
  const open = VERBS.filter((verb) => activity.actions.includes(verb))
  const next = activity.is_over && open.includes('hold') ? 'hold' : NEXT[activity.status]
  const others: Asked[] = open.filter((verb) => verb !== next)
  if (activity.actions.includes('delete')) others.push('delete')
  const isCoordinating = COORDINATION.find((verb) => activity.actions.includes(verb))
  const coordinate = useMutation({
    mutationFn: () =>
      (isCoordinating === 'coordinate' ? coordinateActivity : stopCoordinatingActivity)({
        path: { activity_id: activity.id },
        headers: ifMatch(etag),
      }),
  })
  const params = { activityId: activity.id }

  return (
    <>
      {(others.length > 0 || isCoordinating) && (
        <Menu position="bottom-end">
          <Menu.Target>
            <Button variant="default" aria-label={t('common:action.more')} px="xs">
              <IconDots size={18} stroke={1.75} aria-hidden />
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {isCoordinating && (
              <Menu.Item onClick={() => coordinate.mutate()}>{t(`coordination.${isCoordinating}`)}</Menu.Item>
            )}
            {others.map((verb) => (
              <Menu.Item key={verb} onClick={() => setAsked(verb)}>
                {t(`step.${verb}.action`)}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
      {activity.actions.includes('change') && (
        <ButtonLink to="/activities/$activityId/edit" params={params}>
          {t('common:action.edit')}
        </ButtonLink>
      )}
      {next === 'report' && open.includes('report') && !activity.outcome ? (
        <ButtonLink to="/activities/$activityId/edit" params={params} hash="outcome" variant="filled">
          {t('writeOutcome')}
        </ButtonLink>
      ) : (
        next &&
        open.includes(next) && (
          <Button variant="filled" onClick={() => setAsked(next)}>
            {t(`step.${next}.action`)}
          </Button>
        )
      )}
      <DeleteDialog
        opened={asked === 'delete'}
        onClose={() => setAsked(null)}
        title={t('step.delete.title')}
        confirmLabel={t('step.delete.action')}
        queryKey={activityQuery(activity.id).queryKey}
        remove={(headers) => deleteActivity({ path: { activity_id: activity.id }, headers })}
        back="/activities"
      >
        {t('step.delete.story')}
      </DeleteDialog>
      {asked && asked !== 'delete' && (
        <StepDialog key={asked} verb={asked} activity={activity} etag={etag} onClose={() => setAsked(null)} />
      )}
    </>
  )
}

interface DialogProps extends Props {
  onClose: () => void
}

function StepDialog({ verb, activity, etag, onClose }: DialogProps & { verb: Verb }) {
  const { t } = useTranslation('activities')
  const take = useMutation({
    mutationFn: (reason: string) =>
      STEPS[verb]({
        path: { activity_id: activity.id },
        headers: ifMatch(etag),
        body: reason ? { reason } : {},
      }),
  })
  return (
    <ConfirmDialog
      opened
      onClose={onClose}
      title={t(`step.${verb}.title`)}
      confirmLabel={t(`step.${verb}.action`)}
      reason={activity.asks_reason.includes(verb) ? 'required' : 'none'}
      tone={verb === 'cancel' ? 'danger' : 'plain'}
      onConfirm={(reason) => take.mutateAsync(reason)}
    >
      {t(`step.${verb}.story`)}
    </ConfirmDialog>
  )
}

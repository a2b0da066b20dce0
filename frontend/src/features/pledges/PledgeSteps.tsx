import { Button, Menu } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import {
  beginPledge,
  deletePledge,
  discontinuePledge,
  fulfilPledge,
  fulfilPledgePartly,
  makePledge,
  resumePledge,
} from '@/api/generated/sdk.gen'
import { ifMatch } from '@/api/record'
import { ConfirmDialog } from '@/components/ConfirmDialog'
import { DeleteDialog } from '@/components/DeleteDialog'
import { MoreMenu } from '@/components/MoreMenu'
import { type Pledge, pledgeQuery } from './pledgeQuery'
import { ReportDialog } from './ReportDialog'

const STEPS = {
  make: makePledge,
  begin: beginPledge,
  fulfil: fulfilPledge,
  'fulfil-partly': fulfilPledgePartly,
  discontinue: discontinuePledge,
  resume: resumePledge,
}
type Verb = keyof typeof STEPS
const VERBS = Object.keys(STEPS) as Verb[]

interface Props {
  pledge: Pledge
  etag: string
}

/** What comes next as a button, to make it or to report on it; the rest behind a menu. */
export function PledgeSteps({ pledge, etag }: Props) {
  const { t } = useTranslation(['pledges', 'common'])
  const [askedFor, setAskedFor] = useState<Verb | 'report' | 'delete' | null>(null)
  const close = () => setAskedFor(null)
  const may = (verb: string) => pledge.actions.includes(verb)
  const others = VERBS.filter((verb) => verb !== 'make' && may(verb))
  const hasMenu = may('change') || may('delete') || others.length > 0
  return (
    <>
      {hasMenu && (
        <MoreMenu label={t('common:action.more')}>
          {may('change') && (
            <Menu.Item
              renderRoot={(props) => (
                <Link to="/pledges/$pledgeId/edit" params={{ pledgeId: pledge.id }} {...props} />
              )}
            >
              {t('common:action.edit')}
            </Menu.Item>
          )}
          {others.map((verb) => (
            <Menu.Item key={verb} onClick={() => setAskedFor(verb)}>
              {t(`step.${verb}.action`)}
            </Menu.Item>
          ))}
          {may('delete') && (
            <Menu.Item color="red" onClick={() => setAskedFor('delete')}>
              {t('step.delete.action')}
            </Menu.Item>
          )}
        </MoreMenu>
      )}
      {may('make') && (
        <Button variant="filled" disabled={pledge.missing.length > 0} onClick={() => setAskedFor('make')}>
          {t('step.make.action')}
        </Button>
      )}
      {may('report') && (
        <Button variant="filled" onClick={() => setAskedFor('report')}>
          {t('report.action')}
        </Button>
      )}
      {VERBS.map((verb) => (
        <StepDialog
          key={verb}
          verb={verb}
          pledge={pledge}
          etag={etag}
          opened={askedFor === verb}
          onClose={close}
        />
      ))}
      <ReportDialog pledge={pledge} opened={askedFor === 'report'} onClose={close} />
      <DeleteDialog
        opened={askedFor === 'delete'}
        onClose={close}
        title={t('step.delete.title')}
        confirmLabel={t('step.delete.action')}
        queryKey={pledgeQuery(pledge.id).queryKey}
        remove={(headers) => deletePledge({ path: { pledge_id: pledge.id }, headers })}
        back="/pledges"
      >
        {t('step.delete.story')}
      </DeleteDialog>
    </>
  )
}

interface StepProps extends Props {
  verb: Verb
  opened: boolean
  onClose: () => void
}

function StepDialog({ verb, pledge, etag, ...dialog }: StepProps) {
  const { t } = useTranslation('pledges')
  const take = useMutation({
    mutationFn: (reason: string) =>
      STEPS[verb]({
        path: { pledge_id: pledge.id },
        headers: ifMatch(etag),
        body: reason ? { reason } : {},
      }),
  })
  return (
    <ConfirmDialog
      {...dialog}
      title={t(`step.${verb}.title`)}
      confirmLabel={t(`step.${verb}.action`)}
      reason={pledge.asks_reason.includes(verb) ? 'required' : 'none'}
      tone={verb === 'discontinue' ? 'danger' : 'plain'}
      onConfirm={(reason) => take.mutateAsync(reason)}
    >
      {t(`step.${verb}.story`)}
    </ConfirmDialog>
  )
}

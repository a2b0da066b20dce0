import { Button, Menu } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import {
  adoptStatement,
  deleteStatement,
  recallStatementSilence,
  withdrawStatement,
} from '@/api/generated/sdk.gen'
import { ConfirmDialog } from '@/components/ConfirmDialog'
import { DeleteDialog } from '@/components/DeleteDialog'
import { MoreMenu } from '@/components/MoreMenu'
import { DeliveryDialog } from './DeliveryDialog'
import { SilencePeriodDialog } from './SilencePeriodDialog'
import { type Statement, statementQuery } from './statementQuery'

const WITH_A_REASON = ['adopt', 'recall-silence', 'withdraw'] as const
type WithReason = (typeof WITH_A_REASON)[number]
type Step = WithReason | 'open-silence' | 'give-time' | 'deliver' | 'delete'

/** One primary button for what comes next, everything else one may do behind a menu. */
export function StatementSteps({ statement }: { statement: Statement }) {
  const { t } = useTranslation('statements')
  const [asked, setAsked] = useState<Step | null>(null)
  const close = () => setAsked(null)
  const hasText = statement.versions.length > 0
  const may = (verb: Step | 'change') =>
    statement.actions.includes(verb) && (hasText || (verb !== 'open-silence' && verb !== 'adopt'))
  const next = (['open-silence', 'deliver', 'give-time'] as const).find(
    (verb) => may(verb) && statement.status !== 'delivered',
  )
  const others = (['give-time', 'recall-silence', 'adopt', 'deliver', 'withdraw', 'delete'] as const).filter(
    (verb) => may(verb) && verb !== next,
  )
  return (
    <>
      {(may('change') || others.length > 0) && (
        <MoreMenu label={t('more')}>
          {may('change') && (
            <Menu.Item
              renderRoot={(props) => (
                <Link to="/statements/$statementId/edit" params={{ statementId: statement.id }} {...props} />
              )}
            >
              {t('edit')}
            </Menu.Item>
          )}
          {others.map((verb) => (
            <Menu.Item key={verb} onClick={() => setAsked(verb)} {...(verb === 'delete' && { color: 'red' })}>
              {t(`step.${verb}`)}
            </Menu.Item>
          ))}
        </MoreMenu>
      )}
      {next && (
        <Button variant="filled" onClick={() => setAsked(next)}>
          {t(`step.${next}`)}
        </Button>
      )}
      {(['open-silence', 'give-time'] as const).map((step) => (
        <SilencePeriodDialog
          key={step}
          statement={statement}
          step={step}
          opened={asked === step}
          onClose={close}
        />
      ))}
      {WITH_A_REASON.map((verb) => (
        <ReasonDialog key={verb} statement={statement} verb={verb} opened={asked === verb} onClose={close} />
      ))}
      <DeliveryDialog statement={statement} opened={asked === 'deliver'} onClose={close} />
      <DeleteDialog
        opened={asked === 'delete'}
        onClose={close}
        title={t('step.delete')}
        confirmLabel={t('step.delete')}
        queryKey={statementQuery(statement.id).queryKey}
        remove={(headers) => deleteStatement({ path: { statement_id: statement.id }, headers })}
        back="/statements"
      >
        {t('explain.delete')}
      </DeleteDialog>
    </>
  )
}

interface DialogProps {
  statement: Statement
  opened: boolean
  onClose: () => void
}

function ReasonDialog({ statement, verb, ...dialog }: DialogProps & { verb: WithReason }) {
  const { t } = useTranslation('statements')
  const path = { statement_id: statement.id }
  const version = statement.versions[0]?.number ?? 1
  const steps: Record<WithReason, (reason: string) => Promise<unknown>> = {
    adopt: (reason) => adoptStatement({ path, body: { version, reason } }),
    'recall-silence': (reason) => recallStatementSilence({ path, body: { reason } }),
    withdraw: (reason) => withdrawStatement({ path, body: { reason } }),
  }
  const take = useMutation({ mutationFn: steps[verb] })
  return (
    <ConfirmDialog
      {...dialog}
      title={t(`step.${verb}`)}
      confirmLabel={t(`step.${verb}`)}
      tone={verb === 'withdraw' ? 'danger' : 'plain'}
      reason="required"
      onConfirm={(reason) => take.mutateAsync(reason)}
    >
      {t(`explain.${verb}`, { version })}
    </ConfirmDialog>
  )
}

import { Button, Menu } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import {
  closeConsultation,
  deleteConsultation,
  openConsultation,
  withdrawConsultation,
} from '@/api/generated/sdk.gen'
import { ConfirmDialog } from '@/components/ConfirmDialog'
import { DeleteDialog } from '@/components/DeleteDialog'
import { MoreMenu } from '@/components/MoreMenu'
import { ConcludeDialog } from './ConcludeDialog'
import { type Consultation, consultationQuery } from './consultationQuery'
import { ExtendDialog } from './ExtendDialog'

const STEPS = { open: openConsultation, close: closeConsultation, withdraw: withdrawConsultation }
type Step = keyof typeof STEPS
const VERBS = Object.keys(STEPS) as Step[]
type Asked = Step | 'extend' | 'conclude' | 'delete'

/** One primary button for what comes next, everything else one may do behind a menu. */
export function ConsultationSteps({ consultation }: { consultation: Consultation }) {
  const { t } = useTranslation('consultations')
  const [asked, setAsked] = useState<Asked | null>(null)
  const close = () => setAsked(null)
  const may = (verb: Asked | 'change') => consultation.actions.includes(verb)
  const isConcluded = consultation.status === 'concluded'
  const inMenu = (['extend', 'close', 'withdraw', 'delete'] as const).filter(may)
  return (
    <>
      {(may('change') || inMenu.length > 0 || (isConcluded && may('conclude'))) && (
        <MoreMenu label={t('more')}>
          {may('change') && (
            <Menu.Item
              renderRoot={(props) => (
                <Link
                  to="/consultations/$consultationId/edit"
                  params={{ consultationId: consultation.id }}
                  {...props}
                />
              )}
            >
              {t('edit')}
            </Menu.Item>
          )}
          {isConcluded && may('conclude') && (
            <Menu.Item onClick={() => setAsked('conclude')}>{t('result.correct')}</Menu.Item>
          )}
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
      {may('conclude') && !isConcluded && (
        <Button variant="filled" onClick={() => setAsked('conclude')}>
          {t('step.conclude')}
        </Button>
      )}
      {VERBS.map((verb) => (
        <StepDialog
          key={verb}
          consultation={consultation}
          verb={verb}
          opened={asked === verb}
          onClose={close}
        />
      ))}
      <DeleteDialog
        opened={asked === 'delete'}
        onClose={close}
        title={t('step.delete')}
        confirmLabel={t('step.delete')}
        queryKey={consultationQuery(consultation.id).queryKey}
        remove={(headers) => deleteConsultation({ path: { consultation_id: consultation.id }, headers })}
        back="/consultations"
      >
        {t('explain.delete')}
      </DeleteDialog>
      <ExtendDialog consultation={consultation} opened={asked === 'extend'} onClose={close} />
      <ConcludeDialog consultation={consultation} opened={asked === 'conclude'} onClose={close} />
    </>
  )
}

interface DialogProps {
  consultation: Consultation
  opened: boolean
  onClose: () => void
}

function StepDialog({ consultation, verb, ...dialog }: DialogProps & { verb: Step }) {
  const { t } = useTranslation('consultations')
  const take = useMutation({
    mutationFn: (reason: string) =>
      STEPS[verb]({ path: { consultation_id: consultation.id }, body: { reason: reason || null } }),
  })
  return (
    <ConfirmDialog
      {...dialog}
      title={t(`step.${verb}`)}
      confirmLabel={t(`step.${verb}`)}
      tone={verb === 'withdraw' ? 'danger' : 'plain'}
      reason={verb === 'open' ? 'none' : 'required'}
      onConfirm={(reason) => take.mutateAsync(reason)}
    >
      {t(`explain.${verb}`)}
    </ConfirmDialog>
  )
}

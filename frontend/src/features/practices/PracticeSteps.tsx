import { Button, Menu } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ButtonLink } from '@/components/ButtonLink'
import { ConfirmDialog } from '@/components/ConfirmDialog'
import { problemMessage } from '@/forms/problemMessage'
import classes from './Practices.module.css'
import type { PracticeSummary } from './practiceQuery'
import { ASKS, type Order, STEPS, type Step, type TakenStep, takeStep } from './steps'
import { WithdrawDialog } from './WithdrawDialog'

interface Props {
  practice: PracticeSummary
  etag: string
  /** In a row of a list: the next step and the way back, quietly, and no more. */
  look?: 'page' | 'row'
}

/** What one may do with a practice now: the next step as the primary button, the rest behind "More". */
export function PracticeSteps({ practice, etag, look = 'page' }: Props) {
  const { t } = useTranslation('practices')
  const [asked, setAsked] = useState<TakenStep | null>(null)
  const step = useStep(practice, etag)
  const [first, ...others] = inOrder(practice).slice(0, look === 'row' ? 2 : undefined)
  if (!first) return null

  const choose = (verb: TakenStep) => {
    const mustSayWhy = practice.asks_reason.includes(verb)
    if (ASKS[verb] === 'nothing' && !mustSayWhy) step.mutate({ verb, reason: '' })
    else setAsked(verb)
  }
  const label = (verb: Step) =>
    t(verb === 'delete' && practice.revises_id ? 'step.deleteRevision' : `step.${verb}`)
  const variant = look === 'row' || practice.status === 'published' ? 'default' : 'filled'

  return (
    <>
      {step.isError && !asked && (
        <p role="alert" className={classes.failure}>
          <Failure error={step.error} />
        </p>
      )}
      {first === 'change' ? (
        <ButtonLink variant={variant} to="/practices/$practiceId/edit" params={{ practiceId: practice.id }}>
          {label(first)}
        </ButtonLink>
      ) : (
        <Button variant={variant} loading={step.isPending && !asked} onClick={() => choose(first)}>
          {label(first)}
        </Button>
      )}
      {others.length === 1 && others[0] && others[0] !== 'change' && (
        <Others verb={others[0]} label={label(others[0])} onChoose={choose} />
      )}
      {others.length > 1 && (
        <Menu position="bottom-end" shadow="md">
          <Menu.Target>
            <Button rightSection={<IconChevronDown size={15} stroke={1.75} aria-hidden />}>
              {t('step.more')}
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {others.map((verb) =>
              verb === 'change' ? (
                <EditItem key={verb} id={practice.id} label={label(verb)} />
              ) : (
                <Menu.Item key={verb} onClick={() => choose(verb)} {...(isGrave(verb) && { color: 'red' })}>
                  {label(verb)}
                </Menu.Item>
              ),
            )}
          </Menu.Dropdown>
        </Menu>
      )}
      <WithdrawDialog
        opened={asked === 'withdraw'}
        onClose={() => setAsked(null)}
        onWithdraw={(whys) => step.mutateAsync({ verb: 'withdraw', ...whys })}
      />
      {asked && asked !== 'withdraw' && (
        <ConfirmDialog
          opened
          onClose={() => setAsked(null)}
          title={t(`ask.${asked}`)}
          confirmLabel={label(asked)}
          tone={isGrave(asked) ? 'danger' : 'plain'}
          reason={ASKS[asked] === 'why' || practice.asks_reason.includes(asked) ? 'required' : 'none'}
          onConfirm={(reason) => step.mutateAsync({ verb: asked, reason })}
        >
          {t(`ask.${asked}Text`, { version: practice.version + 1 })}
        </ConfirmDialog>
      )}
    </>
  )
}

function Others({
  verb,
  label,
  onChoose,
}: {
  verb: TakenStep
  label: string
  onChoose: (verb: TakenStep) => void
}) {
  return <Button onClick={() => onChoose(verb)}>{label}</Button>
}

function EditItem({ id, label }: { id: string; label: string }) {
  const navigate = useNavigate()
  return (
    <Menu.Item onClick={() => navigate({ to: '/practices/$practiceId/edit', params: { practiceId: id } })}>
      {label}
    </Menu.Item>
  )
}

function Failure({ error }: { error: unknown }) {
  const { t } = useTranslation()
  return <>{problemMessage(error, t)}</>
}

function useStep(practice: PracticeSummary, etag: string) {
  const navigate = useNavigate()
  return useMutation({
    mutationFn: ({ verb, ...whys }: { verb: TakenStep } & Pick<Order, 'reason' | 'publicReason'>) =>
      takeStep({ id: practice.id, etag, step: verb, ...whys }),
    onSuccess: (now, { verb }) => {
      if (verb === 'revise' && now)
        return navigate({ to: '/practices/$practiceId/edit', params: { practiceId: now.id } })
      const next = now?.id ?? practice.revises_id
      if (next === practice.id) return
      return next
        ? navigate({ to: '/practices/$practiceId', params: { practiceId: next } })
        : navigate({ to: '/practices', search: { view: 'ours' } })
    },
  })
}

const isGrave = (verb: Step) => verb === 'withdraw' || verb === 'delete'

/** The steps open to the reader, the likeliest first: to those who review, changing somebody's words comes last. */
function inOrder({ actions, status }: PracticeSummary): Step[] {
  const open = STEPS.filter((verb) => actions.includes(verb))
  const isWaiting = status === 'submitted' || status === 'under_review' || status === 'accepted'
  if (!isWaiting) return open
  const natural = { submitted: 'start-review', under_review: 'accept', accepted: 'publish' }[status]
  const rank = (verb: Step) =>
    verb === natural ? 0 : verb === 'request-changes' ? 1 : verb === 'change' ? 3 : 2
  return open.sort((one, other) => rank(one) - rank(other))
}

import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { deleteProcessDeadline, meetProcessDeadline, reopenProcessDeadline } from '@/api/generated/sdk.gen'
import { ifMatch } from '@/api/record'
import { Card } from '@/components/Card'
import { ConfirmDialog } from '@/components/ConfirmDialog'
import { Deadline } from '@/components/Deadline'
import { DueBadge } from '@/components/DueBadge'
import { ExternalLink } from '@/components/ExternalLink'
import { ConfidenceMark, DemonstrationMark } from '@/components/Mark'
import { Row, RowList } from '@/components/Row'
import { StatusBadge } from '@/components/StatusBadge'
import { EmptyPlace } from '@/contributions/EmptyPlace'
import { useFormat } from '@/i18n/useFormat'
import { DeadlineDialog } from './DeadlineDialog'
import classes from './Processes.module.css'
import type { Process, ProcessDeadline } from './processQuery'

/** What the process asks for, and by when; who leads says that it was handed in. */
export function DeadlinesCard({ process }: { process: Process }) {
  const { t } = useTranslation('processes')
  const [isAdding, setAdding] = useState(false)
  const mayAdd = process.actions.includes('change')
  const add = mayAdd && <Button onClick={() => setAdding(true)}>{t('deadlines.add')}</Button>
  return (
    <>
      {process.deadlines.length === 0 ? (
        (mayAdd || process.phase !== 'over') && (
          <EmptyPlace title={t('deadlines.none')} action={add}>
            {t('deadlines.help')}
          </EmptyPlace>
        )
      ) : (
        <Card title={t('deadlines.title')} action={add}>
          <RowList>
            {process.deadlines.map((deadline) => (
              <DeadlineRow key={deadline.id} process={process} deadline={deadline} />
            ))}
          </RowList>
        </Card>
      )}
      <DeadlineDialog process={process} opened={isAdding} onClose={() => setAdding(false)} />
    </>
  )
}

interface RowProps {
  process: Process
  deadline: ProcessDeadline
}

function DeadlineRow({ process, deadline }: RowProps) {
  const { t } = useTranslation('processes')
  const format = useFormat()
  const { due_at: at, due_on: on, met_on: met } = deadline
  return (
    <Row
      title={<bdi>{deadline.title}</bdi>}
      context={
        <>
          {at ? <Deadline at={at} /> : on && format.fullDate(on)}
          {deadline.is_internal && ` · ${t('deadlines.internalMark')}`}
          {deadline.link && (
            <>
              {' · '}
              <ExternalLink href={deadline.link}>{t('deadlines.place')}</ExternalLink>
            </>
          )}{' '}
          {deadline.confidence === 'recalled' && <ConfidenceMark source={deadline.source} />}
          {deadline.is_demonstration && <DemonstrationMark />}
        </>
      }
      aside={
        met ? (
          <StatusBadge tone="done">{t('deadlines.met', { date: format.date(met) })}</StatusBadge>
        ) : (
          <DueBadge on={at ?? on ?? ''} />
        )
      }
    >
      {deadline.text && (
        <p className={classes.text}>
          <bdi>{deadline.text}</bdi>
        </p>
      )}
      {deadline.actions.length > 0 && <Steps process={process} deadline={deadline} />}
    </Row>
  )
}

function Steps({ process, deadline }: RowProps) {
  const { t } = useTranslation('processes')
  const [asked, setAsked] = useState<'change' | 'delete' | null>(null)
  const path = { process_id: process.id, deadline_id: deadline.id }
  const headers = ifMatch(`"${deadline.revision}"`)
  const meet = useMutation({ mutationFn: () => meetProcessDeadline({ path, body: {} }) })
  const reopen = useMutation({ mutationFn: () => reopenProcessDeadline({ path }) })
  const remove = useMutation({ mutationFn: () => deleteProcessDeadline({ path, headers }) })
  const may = (verb: string) => deadline.actions.includes(verb)
  const named = (label: string) => `${label}: ${deadline.title}`
  return (
    <div className={classes.steps} data-print="hide">
      {may('meet') && (
        <Button
          size="xs"
          loading={meet.isPending}
          onClick={() => meet.mutate()}
          aria-label={named(t('deadlines.handIn'))}
        >
          {t('deadlines.handIn')}
        </Button>
      )}
      {may('reopen') && (
        <Button
          size="xs"
          loading={reopen.isPending}
          onClick={() => reopen.mutate()}
          aria-label={named(t('deadlines.reopen'))}
        >
          {t('deadlines.reopen')}
        </Button>
      )}
      {may('change') && (
        <Button
          size="xs"
          variant="subtle"
          onClick={() => setAsked('change')}
          aria-label={named(t('deadlines.change'))}
        >
          {t('deadlines.change')}
        </Button>
      )}
      {may('delete') && (
        <Button
          size="xs"
          variant="subtle"
          onClick={() => setAsked('delete')}
          aria-label={named(t('deadlines.remove'))}
        >
          {t('deadlines.remove')}
        </Button>
      )}
      <DeadlineDialog
        process={process}
        deadline={deadline}
        opened={asked === 'change'}
        onClose={() => setAsked(null)}
      />
      <ConfirmDialog
        opened={asked === 'delete'}
        onClose={() => setAsked(null)}
        title={t('deadlines.removeTitle')}
        confirmLabel={t('deadlines.remove')}
        tone="danger"
        onConfirm={() => remove.mutateAsync()}
      >
        <p>{t('deadlines.removeText', { title: deadline.title })}</p>
      </ConfirmDialog>
    </div>
  )
}

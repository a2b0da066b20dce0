import { Button, Textarea } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { createActionItem, recordDecision } from '@/api/generated/sdk.gen'
import type { ActionItemBody, DecisionBody } from '@/api/generated/types.gen'
import { problemMessage } from '@/forms/problemMessage'
import { useFormat } from '@/i18n/useFormat'
import classes from './Minutes.module.css'

interface Props {
  meetingId: string
  itemId: string
  decisions: DecisionBody[]
  actionItems: ActionItemBody[]
  mayAdd: boolean
}

/** What was decided and agreed under one item, and a line to add to it. */
export function Outcomes({ decisions, actionItems, mayAdd, ...of }: Props) {
  const { t } = useTranslation('minutes')
  const format = useFormat()
  return (
    <>
      {decisions.length > 0 && (
        <ul className={classes.list}>
          {decisions.map((decision) => (
            <li key={decision.id} dir="auto">
              <strong>{t('decision', { number: decision.number })}</strong> {decision.text}
            </li>
          ))}
        </ul>
      )}
      {actionItems.length > 0 && (
        <ul className={classes.list}>
          {actionItems.map((action) => (
            <li key={action.id} dir="auto">
              <strong>{t('action', { owner: action.owner?.name ?? t('secretariat') })}</strong> {action.title}
              {action.due_on && `, ${t('due', { date: format.date(action.due_on) })}`}
            </li>
          ))}
        </ul>
      )}
      {mayAdd && <AddOutcome {...of} />}
    </>
  )
}

function AddOutcome({ meetingId, itemId }: { meetingId: string; itemId: string }) {
  const { t } = useTranslation('minutes')
  const { t: tCommon } = useTranslation()
  const [words, setWords] = useState('')
  const decide = useMutation({
    mutationFn: () =>
      recordDecision({ path: { meeting_id: meetingId }, body: { text: words, agenda_item_id: itemId } }),
    onSuccess: () => setWords(''),
  })
  const agree = useMutation({
    mutationFn: () => createActionItem({ body: { title: words, agenda_item_id: itemId } }),
    onSuccess: () => setWords(''),
  })
  const failure = decide.error ?? agree.error
  const submit = (event: FormEvent) => {
    event.preventDefault()
    decide.mutate()
  }
  return (
    <form onSubmit={submit} data-print="hide">
      <Textarea
        label={t('outcome')}
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
        error={failure && problemMessage(failure, tCommon)}
        maxLength={300}
        autosize
      />
      <div className={classes.foot}>
        <Button type="submit" size="xs" disabled={!words.trim()} loading={decide.isPending}>
          {t('addDecision')}
        </Button>
        <Button size="xs" disabled={!words.trim()} loading={agree.isPending} onClick={() => agree.mutate()}>
          {t('addAction')}
        </Button>
      </div>
    </form>
  )
}

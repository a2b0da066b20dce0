import { Button, Group, Select, Textarea, TextInput } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { type FormEvent, type Ref, useEffect, useImperativeHandle, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { listChampionsOptions } from '@/api/generated/@tanstack/react-query.gen'
import { createActionItem, recordDecision } from '@/api/generated/sdk.gen'
import { ownDirection } from '@/forms/ownDirection'
import { problemMessage } from '@/forms/problemMessage'
import classes from './Minutes.module.css'

const SECRETARIAT = 'secretariat'

export type OutcomeKind = 'decision' | 'action'

/** Where words that are chosen in the text become a decision or an action. */
export interface OutcomeLine {
  take: (words: string, as: OutcomeKind, owner: string | undefined) => void
}

interface Props {
  ref: Ref<OutcomeLine>
  meetingId: string
  itemId: string
  /** Back to the text that the words were taken from. */
  onReturn: () => void
}

/** A line that becomes a decision, or an action with who does it and by when. */
export function AddOutcome({ ref, meetingId, itemId, onReturn }: Props) {
  const { t } = useTranslation('minutes')
  const { t: tCommon } = useTranslation()
  const { data: champions } = useQuery(listChampionsOptions({ query: { limit: 100 } }))
  const [words, setWords] = useState('')
  const [owner, setOwner] = useState(SECRETARIAT)
  const [dueOn, setDueOn] = useState('')
  const [taken, setTaken] = useState<{ as: OutcomeKind } | null>(null)
  const [told, setTold] = useState('')
  const decides = useRef<HTMLButtonElement>(null)
  const owns = useRef<HTMLInputElement>(null)
  useImperativeHandle(ref, () => ({
    take: (chosen, as, whose) => {
      setWords(chosen)
      setOwner(whose ?? SECRETARIAT)
      setTold('')
      setTaken({ as })
    },
  }))
  useEffect(() => {
    if (!taken) return
    const next = taken.as === 'decision' ? decides : owns
    next.current?.focus()
  }, [taken])

  const done = (as: OutcomeKind) => {
    setWords('')
    setOwner(SECRETARIAT)
    setDueOn('')
    setTold(t(`recorded.${as}`))
    if (taken) onReturn()
    setTaken(null)
  }
  const decide = useMutation({
    mutationFn: () =>
      recordDecision({ path: { meeting_id: meetingId }, body: { text: words, agenda_item_id: itemId } }),
    onSuccess: () => done('decision'),
  })
  const agree = useMutation({
    mutationFn: () =>
      createActionItem({ body: { title: words, agenda_item_id: itemId, owner, due_on: dueOn || null } }),
    onSuccess: () => done('action'),
  })
  const failure = decide.error ?? agree.error
  const owners = [
    { value: SECRETARIAT, label: t('secretariat') },
    ...(champions?.items ?? []).map(({ iso3, name }) => ({ value: iso3, label: name })),
  ]
  const submit = (event: FormEvent) => {
    event.preventDefault()
    agree.mutate()
  }
  return (
    <form onSubmit={submit} className={classes.outcome} data-print="hide">
      <Textarea
        label={t('outcome')}
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
        error={failure && problemMessage(failure, tCommon)}
        maxLength={2000}
        autosize
        {...ownDirection(words)}
      />
      {words.trim() && (
        <Group gap="sm" align="flex-start">
          <Select
            ref={owns}
            label={t('owner')}
            data={owners}
            searchable
            allowDeselect={false}
            nothingFoundMessage={tCommon('form.nothingFound')}
            value={owner}
            onChange={(chosen) => setOwner(chosen ?? SECRETARIAT)}
          />
          <TextInput
            label={t('dueOn')}
            type="date"
            value={dueOn}
            onChange={(event) => setDueOn(event.currentTarget.value)}
          />
        </Group>
      )}
      <div className={classes.foot}>
        <Button
          ref={decides}
          size="xs"
          disabled={!words.trim()}
          loading={decide.isPending}
          onClick={() => decide.mutate()}
        >
          {t('addDecision')}
        </Button>
        <Button type="submit" size="xs" disabled={!words.trim()} loading={agree.isPending}>
          {t('addAction')}
        </Button>
        <span role="status" className={classes.quiet}>
          {told}
        </span>
      </div>
    </form>
  )
}

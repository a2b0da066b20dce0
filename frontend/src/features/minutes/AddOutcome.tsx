import { Button, Group, Select, Textarea, TextInput } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { listChampionsOptions } from '@/api/generated/@tanstack/react-query.gen'
import { createActionItem, recordDecision } from '@/api/generated/sdk.gen'
import { problemMessage } from '@/forms/problemMessage'
import classes from './Minutes.module.css'

const SECRETARIAT = 'secretariat'

/** A line that becomes a decision, or an action with who does it and by when. */
export function AddOutcome({ meetingId, itemId }: { meetingId: string; itemId: string }) {
  const { t } = useTranslation('minutes')
  const { t: tCommon } = useTranslation()
  const { data: champions } = useQuery(listChampionsOptions({ query: { limit: 100 } }))
  const [words, setWords] = useState('')
  const [owner, setOwner] = useState(SECRETARIAT)
  const [dueOn, setDueOn] = useState('')
  const decide = useMutation({
    mutationFn: () =>
      recordDecision({ path: { meeting_id: meetingId }, body: { text: words, agenda_item_id: itemId } }),
    onSuccess: () => setWords(''),
  })
  const agree = useMutation({
    mutationFn: () =>
      createActionItem({ body: { title: words, agenda_item_id: itemId, owner, due_on: dueOn || null } }),
    onSuccess: () => {
      setWords('')
      setOwner(SECRETARIAT)
      setDueOn('')
    },
  })
  const failure = decide.error ?? agree.error
  const owners = [
    { value: SECRETARIAT, label: t('secretariat') },
    ...(champions?.items ?? []).map(({ iso3, name }) => ({ value: iso3, label: name })),
  ]
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
      {words.trim() && (
        <Group gap="sm" my="xs" align="flex-start">
          <Select
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

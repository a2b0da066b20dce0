import { Button, SegmentedControl, Select, Textarea } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { answerDatePoll } from '@/api/generated/sdk.gen'
import { isProblem } from '@/api/problem'
import { ifMatch } from '@/api/record'
import { dropDraft, readDraft, writeDraft } from '@/autosave/draftStore'
import { Card, CardBody } from '@/components/Card'
import { LocalTimes } from '@/components/LocalTimes'
import { FormActions } from '@/forms/Form'
import { problemMessage } from '@/forms/problemMessage'
import { useFormat } from '@/i18n/useFormat'
import { useSession } from '@/session/useSession'
import classes from './DatePolls.module.css'
import { ANSWERS, type DateAnswer, type DateCandidate, type DatePoll, datePollQuery } from './datePollQuery'

interface Said {
  answer: DateAnswer | null
  comment: string
}

/** What is said to each date, by its key. */
type Sheet = Record<string, Said>

/** The answers of one's own champion, or by the secretariat on behalf of one. */
export function OwnAnswersCard({ poll }: { poll: DatePoll }) {
  const { t } = useTranslation('datepolls')
  const own = useSession()?.champion?.iso3
  const [asked, setAsked] = useState<string | null>(own ?? null)
  const champions = [...poll.voices.map(({ champion }) => champion), ...poll.silent].sort((one, other) =>
    one.name.localeCompare(other.name),
  )
  return (
    <Card title={t(own ? 'own.title' : 'own.onBehalf')}>
      <CardBody>
        {!own && (
          <Select
            label={t('own.champion')}
            description={t('own.championHelp')}
            inputWrapperOrder={['label', 'input', 'error', 'description']}
            searchable
            maw={400}
            mb="md"
            data={champions.map(({ iso3, name }) => ({ value: iso3, label: name }))}
            value={asked}
            onChange={setAsked}
          />
        )}
        {asked && <AnswerSheet key={asked} poll={poll} iso3={asked} />}
      </CardBody>
    </Card>
  )
}

function AnswerSheet({ poll, iso3 }: { poll: DatePoll; iso3: string }) {
  const { t } = useTranslation('datepolls')
  const { t: common } = useTranslation()
  const queryClient = useQueryClient()
  const voice = poll.voices.find(({ champion }) => champion.iso3 === iso3)
  const draft = `date-poll-answers:${poll.id}:${iso3}`
  const stored = Object.fromEntries(
    (voice?.answers ?? []).map(({ candidate_id, answer, comment }) => [candidate_id, { answer, comment }]),
  )
  const [typed, setTyped] = useState<Sheet>(() => (readDraft<Sheet>(draft)?.changes as Sheet) ?? {})
  const said = (id: string): Said => typed[id] ?? stored[id] ?? { answer: null, comment: '' }
  const say = (id: string, change: Partial<Said>) => {
    const changed = { ...typed, [id]: { ...said(id), ...change } }
    setTyped(changed)
    writeDraft<Sheet>(draft, { changes: changed, base: stored, etag: '' })
  }
  const send = useMutation({
    mutationFn: () =>
      answerDatePoll({
        path: { poll_id: poll.id, champion: iso3 },
        headers: ifMatch(`"${voice?.revision ?? 0}"`),
        body: {
          answers: poll.candidates.flatMap(({ id }) => {
            const { answer, comment } = said(id)
            return answer ? [{ candidate_id: id, answer, comment }] : []
          }),
        },
      }),
    onSuccess: () => {
      dropDraft(draft)
      setTyped({})
    },
    onError: () => queryClient.invalidateQueries({ queryKey: datePollQuery(poll.id).queryKey }),
  })
  const isAnswered = poll.candidates.some(({ id }) => said(id).answer)
  const isChanged = Object.keys(typed).length > 0
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        send.mutate()
      }}
    >
      <ul className={classes.sheet}>
        {poll.candidates.map((date) => (
          <AnswerField
            key={date.id}
            date={date}
            said={said(date.id)}
            onSay={(change) => say(date.id, change)}
          />
        ))}
      </ul>
      {send.isError && (
        <p role="alert" className={classes.failure}>
          {isProblem(send.error, 412) ? t('own.changedMeanwhile') : problemMessage(send.error, common)}
        </p>
      )}
      <FormActions>
        <Button type="submit" variant="filled" disabled={!isAnswered} loading={send.isPending}>
          {t(voice ? 'own.change' : 'own.send')}
        </Button>
        <span role="status" className={classes.quiet}>
          {send.isSuccess && !isChanged ? t('own.sent') : isChanged && t('own.kept')}
        </span>
      </FormActions>
    </form>
  )
}

interface FieldProps {
  date: DateCandidate
  said: Said
  onSay: (change: Partial<Said>) => void
}

/** One date: when it is for the reader and at the seats, and what one says to it. */
function AnswerField({ date, said, onSay }: FieldProps) {
  const { t } = useTranslation('datepolls')
  const format = useFormat()
  const [isOpen, setOpen] = useState(false)
  const when = format.dateTime(date.starts_at)
  return (
    <li className={classes.date}>
      <div className={classes.when}>
        <div className={classes.day}>{when}</div>
        <LocalTimes at={date.starts_at} />
      </div>
      <div className={classes.said}>
        <SegmentedControl
          fullWidth
          aria-label={when}
          className={classes.answers}
          value={said.answer ?? ''}
          onChange={(answer) => onSay({ answer: answer as DateAnswer })}
          data={ANSWERS.map((answer) => ({ value: answer, label: t(`answer.${answer}`) }))}
        />
        {isOpen || said.comment ? (
          <Textarea
            autosize
            minRows={1}
            maxLength={300}
            aria-label={t('own.commentOn', { when })}
            placeholder={t('own.commentPlaceholder')}
            dir="auto"
            value={said.comment}
            onChange={(event) => onSay({ comment: event.currentTarget.value })}
          />
        ) : (
          <button type="button" className={classes.more} onClick={() => setOpen(true)}>
            {t('own.comment')}
          </button>
        )}
      </div>
    </li>
  )
}

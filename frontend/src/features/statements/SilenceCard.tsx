import { Button } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { download } from '@/api/download'
import { askForStatementTime, joinStatementEarly, objectToStatement } from '@/api/generated/sdk.gen'
import { Card, CardBody } from '@/components/Card'
import { ChampionNames } from '@/components/Champion'
import { Deadline } from '@/components/Deadline'
import { QueryState } from '@/components/QueryState'
import { problemMessage } from '@/forms/problemMessage'
import { SpeakDialog } from './SpeakDialog'
import classes from './Statements.module.css'
import { type Silence, type SilenceRound, type Statement, silenceQuery } from './statementQuery'

/** Where the silence stands, what one may do, and what happened in each round. */
export function SilenceCard({ statement }: { statement: Statement }) {
  const { t } = useTranslation('statements')
  const query = useQuery(silenceQuery(statement.id))
  return (
    <Card title={t('silence.title')} action={<Certificate statement={statement} />}>
      <CardBody>
        <QueryState query={query} rows={2}>
          {(silence) => <Rounds statement={statement} silence={silence} />}
        </QueryState>
      </CardBody>
    </Card>
  )
}

function Rounds({ statement, silence }: { statement: Statement; silence: Silence }) {
  const { t } = useTranslation('statements')
  const [last, ...earlier] = silence.rounds
  if (!last) return null
  return (
    <>
      <Round round={last} />
      {statement.status === 'under_silence' && <Speak statement={statement} own={silence.own} />}
      {earlier.map((round) => (
        <details key={round.number} className={classes.round}>
          <summary>
            {t('silence.round', { number: round.number, state: t(`silence.state.${round.state}`) })}
          </summary>
          <Round round={round} />
        </details>
      ))}
    </>
  )
}

function Round({ round }: { round: SilenceRound }) {
  const { t } = useTranslation('statements')
  return (
    <>
      <p className={classes.line}>
        {t(`silence.told.${round.state}`, { version: round.version })}{' '}
        <Deadline at={round.ended_at ?? round.until} />.
      </p>
      {round.recall_reason && (
        <p className={classes.line}>
          <bdi>{round.recall_reason}</bdi>
        </p>
      )}
      {round.entries.length > 0 && (
        <ol className={classes.entries} aria-label={t('silence.entries')}>
          {round.entries.map((entry) => (
            <li key={entry.id}>
              <strong>{entry.champion.name}</strong> {t(`silence.did.${entry.act}`)}
              {entry.reason && (
                <>
                  : <q dir="auto">{entry.reason}</q>
                </>
              )}
              <div className={classes.quiet}>
                {t(entry.is_on_behalf ? 'silence.onBehalf' : 'silence.by', { name: entry.given_by })} ·{' '}
                <Deadline at={entry.given_at} />
              </div>
            </li>
          ))}
        </ol>
      )}
      {round.silent.length > 0 && (
        <p className={classes.quiet}>
          {t(round.state === 'open' ? 'silence.keeping' : 'silence.kept', { count: round.silent.length })}{' '}
          <ChampionNames champions={round.silent} />
        </p>
      )}
    </>
  )
}

type Act = 'object' | 'ask-for-time' | 'join'

function Speak({ statement, own }: { statement: Statement; own: Silence['own'] }) {
  const { t } = useTranslation('statements')
  const [asked, setAsked] = useState<Act | null>(null)
  const path = { statement_id: statement.id }
  const send: Record<Act, (body: { reason: string; champion: string | null }) => Promise<unknown>> = {
    object: (body) => objectToStatement({ path, body }),
    'ask-for-time': (body) => askForStatementTime({ path, body }),
    join: ({ champion }) => joinStatementEarly({ path, body: { champion } }),
  }
  const acts = (['join', 'ask-for-time', 'object'] as const).filter((act) => statement.actions.includes(act))
  if (acts.length === 0) return null
  return (
    <>
      {own && <p className={classes.quiet}>{t(`silence.own.${own}`)}</p>}
      <div className={classes.buttons} data-print="hide">
        {acts.map((act) => (
          <Button key={act} onClick={() => setAsked(act)} {...(act === 'object' && { color: 'red' })}>
            {t(`silence.act.${act}`)}
          </Button>
        ))}
      </div>
      {acts.map((act) => (
        <SpeakDialog
          key={act}
          act={act}
          opened={asked === act}
          onClose={() => setAsked(null)}
          onSend={send[act]}
        />
      ))}
    </>
  )
}

function Certificate({ statement }: { statement: Statement }) {
  const { t } = useTranslation('statements')
  const { t: common } = useTranslation()
  const get = useMutation({
    mutationFn: () =>
      download(`/statements/${statement.id}/silence/certificate`, `${t('silence.certificate')}.pdf`),
    meta: { refreshesQueries: false },
  })
  return (
    <>
      <Button size="xs" loading={get.isPending} onClick={() => get.mutate()} data-print="hide">
        {t('silence.certificate')}
      </Button>
      {get.isError && (
        <span role="alert" className={classes.failure}>
          {problemMessage(get.error, common)}
        </span>
      )}
    </>
  )
}

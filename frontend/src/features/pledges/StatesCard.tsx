import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { confirmPledge, declinePledge } from '@/api/generated/sdk.gen'
import { Card, CardBody } from '@/components/Card'
import { StatusBadge, type Tone } from '@/components/StatusBadge'
import { problemMessage } from '@/forms/problemMessage'
import { useFormat } from '@/i18n/useFormat'
import { useSession } from '@/session/useSession'
import classes from './Pledges.module.css'
import type { Pledge, PledgingState } from './pledgeQuery'

const SPEAK = { confirm: confirmPledge, decline: declinePledge }
type Verb = keyof typeof SPEAK
const VERBS = Object.keys(SPEAK) as Verb[]
const SAID: Record<Verb, PledgingState['voice']> = { confirm: 'confirmed', decline: 'declined' }
const TONES: Record<NonNullable<PledgingState['voice']>, Tone> = { confirmed: 'done', declined: 'quiet' }

/** The States that are named beside the one that records the pledge; each champion speaks for itself, once. */
export function StatesCard({ pledge }: { pledge: Pledge }) {
  const { t } = useTranslation('pledges')
  const { t: common } = useTranslation()
  const own = useSession()?.champion
  const maySpeak = pledge.actions.some((verb) => verb in SPEAK)
  const speak = useMutation({
    mutationFn: ({ verb, champion }: { verb: Verb; champion: string }) =>
      SPEAK[verb]({ path: { pledge_id: pledge.id }, body: { champion } }),
  })
  return (
    <Card title={t('states.title')}>
      <CardBody>
        <ul className={classes.states}>
          {pledge.states.map((state) => (
            <li key={state.iso3}>
              <span className={classes.state}>
                <bdi>{state.name}</bdi>
                <Voice state={state} />
              </span>
              <Who state={state} />
              {maySpeak && state.is_champion && (!own || own.iso3 === state.iso3) && (
                <span className={classes.buttons} data-print="hide">
                  {VERBS.filter((verb) => SAID[verb] !== state.voice).map((verb) => (
                    <Button
                      key={verb}
                      size="xs"
                      variant={own && verb === 'confirm' ? 'filled' : 'default'}
                      aria-label={t(`states.${verb}For`, { state: state.name })}
                      loading={
                        speak.isPending &&
                        speak.variables.verb === verb &&
                        speak.variables.champion === state.iso3
                      }
                      onClick={() => speak.mutate({ verb, champion: state.iso3 })}
                    >
                      {t(`states.${verb}`)}
                    </Button>
                  ))}
                </span>
              )}
            </li>
          ))}
        </ul>
        {speak.isError && (
          <p role="alert" className={classes.failure}>
            {problemMessage(speak.error, common)}
          </p>
        )}
      </CardBody>
    </Card>
  )
}

function Voice({ state }: { state: PledgingState }) {
  const { t } = useTranslation('pledges')
  if (!state.is_champion) return null
  if (!state.voice) return <StatusBadge tone="soon">{t('states.awaited')}</StatusBadge>
  return <StatusBadge tone={TONES[state.voice]}>{t(`states.${state.voice}`)}</StatusBadge>
}

function Who({ state }: { state: PledgingState }) {
  const { t } = useTranslation('pledges')
  const format = useFormat()
  if (!state.spoke_at || !state.person_name) return null
  const said = { name: state.person_name, date: format.date(state.spoke_at) }
  return (
    <span className={classes.quiet}>{t(state.is_on_behalf ? 'states.onBehalf' : 'states.by', said)}</span>
  )
}

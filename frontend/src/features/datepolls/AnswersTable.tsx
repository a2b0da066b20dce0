import { useTranslation } from 'react-i18next'
import { Card } from '@/components/Card'
import { ChampionLink } from '@/components/Champion'
import { useFormat } from '@/i18n/useFormat'
import classes from './DatePolls.module.css'
import type { DateAnswer, DatePoll } from './datePollQuery'

/** Champions by dates: what each says, and who has said nothing. It scrolls sideways where it is wider than the screen. */
export function AnswersTable({ poll }: { poll: DatePoll }) {
  const { t } = useTranslation('datepolls')
  const format = useFormat()
  const isChosen = (at: string) => (at === poll.chosen_starts_at ? true : undefined)
  return (
    <Card
      title={t('table.title')}
      action={t('answered', { count: poll.answered_count, total: poll.champions_count })}
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by key */}
      <section className={classes.scroll} tabIndex={0} aria-label={t('table.title')}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{t('table.champion')}</th>
              {poll.candidates.map(({ id, starts_at }) => (
                <th key={id} scope="col" data-chosen={isChosen(starts_at)}>
                  <div>
                    {format.weekdayShort(starts_at)} {format.dateShort(starts_at)}
                  </div>
                  <div className={classes.hour}>{format.time(starts_at)}</div>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {poll.voices.map((voice) => (
              <tr key={voice.id}>
                <th scope="row">
                  <ChampionLink champion={voice.champion} />
                  {voice.is_on_behalf && <div className={classes.kind}>{t('table.onBehalf')}</div>}
                </th>
                {poll.candidates.map(({ id, starts_at }) => {
                  const said = voice.answers.find(({ candidate_id }) => candidate_id === id)
                  return (
                    <td key={id} data-chosen={isChosen(starts_at)}>
                      <Answer answer={said?.answer} />
                      {said?.comment && (
                        <div className={classes.comment} dir="auto">
                          {said.comment}
                        </div>
                      )}
                    </td>
                  )
                })}
              </tr>
            ))}
            {poll.silent.map((champion) => (
              <tr key={champion.id} data-silent>
                <th scope="row">
                  <ChampionLink champion={champion} />
                </th>
                <td colSpan={poll.candidates.length}>{t('table.silent')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </Card>
  )
}

function Answer({ answer }: { answer: DateAnswer | undefined }) {
  const { t } = useTranslation('datepolls')
  if (!answer) return <span className={classes.kind}>–</span>
  return (
    <span className={classes.answer} data-said={answer}>
      {t(`answer.${answer}`)}
    </span>
  )
}

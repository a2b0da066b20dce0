import { SegmentedControl } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Card } from '@/components/Card'
import { useFormat } from '@/i18n/useFormat'
import { Allowed } from '@/session/permission'
import { PairCell } from './PairCell'
import { PlanButton } from './PlanButton'
import classes from './Planner.module.css'
import { keptKey, type ProposedTerm, pairKey } from './proposalQuery'
import { isConcession } from './useReasonLines'

interface Props {
  plans: ProposedTerm[][]
  kept: readonly string[]
  isBusy: boolean
  onKeep: (term: ProposedTerm) => void
  onForbid: (term: ProposedTerm) => void
}

const LETTERS = ['A', 'B', 'C', 'D']

/** Terms as rows, proposals side by side; on a phone one proposal at a time. */
export function Proposals({ plans, kept, isBusy, onKeep, onForbid }: Props) {
  const { t } = useTranslation('rotation')
  const format = useFormat()
  const [chosen, choose] = useState('A')
  const [first = []] = plans
  const shown = LETTERS.indexOf(chosen) < plans.length ? chosen : 'A'
  const look = (place: number) => (LETTERS[place] === shown ? '' : classes.other)
  return (
    <>
      {plans.length > 1 && (
        <div className={classes.choose}>
          <SegmentedControl
            fullWidth
            aria-label={t('chooseProposal')}
            value={shown}
            onChange={choose}
            data={plans.map((_, place) => LETTERS[place] ?? '')}
          />
        </div>
      )}
      <Card>
        <div className={classes.scroll}>
          <table className={classes.grid} aria-busy={isBusy}>
            <thead>
              <tr>
                <td className={classes.when} />
                {plans.map((items, place) => (
                  <th key={LETTERS[place]} scope="col" className={look(place)}>
                    <PlanHead items={items} name={t('proposal', { letter: LETTERS[place] })} />
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {first.map((row, number) => (
                <tr key={row.starts_on}>
                  <th scope="row" className={classes.when}>
                    <div className={classes.period}>{format.month(row.starts_on)}</div>
                    <div className={classes.processes}>
                      {t('until', { month: format.month(row.ends_on) })}
                    </div>
                    {row.processes.map(({ id, title }) => (
                      <div key={id} className={classes.processes} dir="auto">
                        {title}
                      </div>
                    ))}
                  </th>
                  {plans.map((items, place) => {
                    const term = items[number]
                    return (
                      <td key={LETTERS[place]} className={look(place)}>
                        {term && (
                          <PairCell
                            term={term}
                            isSame={place > 0 && pairKey(term) === pairKey(row)}
                            isKept={kept.includes(keptKey(term))}
                            onKeep={() => onKeep(term)}
                            onForbid={() => onForbid(term)}
                          />
                        )}
                      </td>
                    )
                  })}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </Card>
    </>
  )
}

/** What one sees of a proposal before reading its pairs. */
function PlanHead({ items, name }: { items: ProposedTerm[]; name: string }) {
  const { t } = useTranslation('rotation')
  const reasons = items.flatMap((term) => term.reasons)
  const volunteers = reasons
    .filter(({ code }) => code === 'volunteers')
    .flatMap(({ champions }) => champions).length
  const concessions = reasons.filter(isConcession).length
  return (
    <>
      <p className={classes.planTitle}>{name}</p>
      <p className={classes.summary}>
        {concessions > 0 ? t('concessions', { count: concessions }) : t('noConcession')}{' '}
        {volunteers > 0 && t('volunteersServe', { count: volunteers })}
      </p>
      <Allowed permission="cochair_terms:write">
        <div className={classes.plan}>
          <PlanButton items={items} name={name} />
        </div>
      </Allowed>
    </>
  )
}

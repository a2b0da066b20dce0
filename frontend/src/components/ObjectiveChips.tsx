import { useTranslation } from 'react-i18next'
import { useTerms } from '@/vocabularies/useTerms'
import classes from './ObjectiveChips.module.css'

/** Number and short label of an objective, in the hue of its round table. */
export function ObjectiveChip({ number }: { number: number }) {
  const { t } = useTranslation()
  const objective = useTerms('objectives').find((candidate) => candidate.number === number)
  return (
    <span
      className={classes.chip}
      data-round-table={objective?.round_table ?? undefined}
      title={objective && t('objective.named', { number, title: objective.title })}
    >
      <b className={classes.number}>{number}</b>
      {objective?.short}
    </span>
  )
}

export function ObjectiveChips({ numbers }: { numbers: readonly number[] }) {
  if (numbers.length === 0) return null
  return (
    <ul className={classes.chips}>
      {numbers.map((number) => (
        <li key={number}>
          <ObjectiveChip number={number} />
        </li>
      ))}
    </ul>
  )
}

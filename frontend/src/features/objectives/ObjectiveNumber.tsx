import classes from './Objectives.module.css'

interface Props {
  number: number
  roundTable: number
}

/** The number of an objective in the hue of its round table. */
export function ObjectiveNumber({ number, roundTable }: Props) {
  return (
    <span className={classes.number} data-round-table={roundTable}>
      {number}
    </span>
  )
}

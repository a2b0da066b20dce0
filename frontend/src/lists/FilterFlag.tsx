import { Button } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import classes from './FilterBar.module.css'

interface Props {
  label: string
  value: boolean | undefined
  onChange: (value: true | undefined) => void
}

/** A filter that is on or off: "Open for partners". */
export function FilterFlag({ label, value = false, onChange }: Props) {
  return (
    <Button
      className={classes.filter}
      aria-pressed={value}
      data-active={value || undefined}
      leftSection={value && <IconCheck size={15} stroke={2} aria-hidden />}
      onClick={() => onChange(value ? undefined : true)}
    >
      {label}
    </Button>
  )
}

import { TextInput } from '@mantine/core'
import type { FieldValues } from 'react-hook-form'
import { type FieldProps, useField } from './useField'

type DateFieldProps<T extends FieldValues> = FieldProps<T> & { min?: string; max?: string }

/** A day as "2026-12-10", picked with what the device offers: known to its user, right for keyboard and screen reader. */
export function DateField<T extends FieldValues>({ min, max, ...props }: DateFieldProps<T>) {
  const { field, shared } = useField(props)
  return (
    <TextInput
      {...shared}
      type="date"
      min={min}
      max={max}
      styles={{ wrapper: { maxWidth: 220 } }}
      value={field.value ?? ''}
      onChange={(event) => field.onChange(event.currentTarget.value || null)}
    />
  )
}

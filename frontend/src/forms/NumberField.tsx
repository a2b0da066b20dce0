import { TextInput } from '@mantine/core'
import type { FieldValues } from 'react-hook-form'
import { type FieldProps, useField } from './useField'

/** A whole number; `value` is a number, or null while the field is empty. */
export function NumberField<T extends FieldValues>({
  min,
  max,
  step,
  ...props
}: FieldProps<T> & { min?: number; max?: number; step?: number }) {
  const { field, shared } = useField(props)
  return (
    <TextInput
      {...shared}
      type="number"
      inputMode="numeric"
      min={min}
      max={max}
      step={step}
      styles={{ wrapper: { maxWidth: 140 } }}
      value={field.value ?? ''}
      onChange={(event) =>
        field.onChange(event.currentTarget.value === '' ? null : Number(event.currentTarget.value))
      }
    />
  )
}

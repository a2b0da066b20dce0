import { Textarea } from '@mantine/core'
import type { FieldValues } from 'react-hook-form'
import { ownDirection } from './ownDirection'
import { type FieldProps, useField } from './useField'

export function TextAreaField<T extends FieldValues>({
  minRows = 3,
  maxLength,
  ...props
}: FieldProps<T> & { minRows?: number; maxLength?: number }) {
  const { field, shared } = useField(props)
  return (
    <Textarea
      {...shared}
      autosize
      minRows={minRows}
      maxLength={maxLength}
      value={field.value ?? ''}
      onChange={field.onChange}
      {...ownDirection(field.value)}
    />
  )
}

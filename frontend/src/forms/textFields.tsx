import { PasswordInput, TextInput } from '@mantine/core'
import type { FieldValues } from 'react-hook-form'
import { ownDirection } from './ownDirection'
import { type FieldProps, useField } from './useField'

type TextFieldProps<T extends FieldValues> = FieldProps<T> & {
  type?: 'text' | 'email' | 'url'
  autoComplete?: string
  maxLength?: number
}

export function TextField<T extends FieldValues>({
  type = 'text',
  autoComplete,
  maxLength,
  ...props
}: TextFieldProps<T>) {
  const { field, shared } = useField(props)
  return (
    <TextInput
      {...shared}
      type={type}
      autoComplete={autoComplete}
      maxLength={maxLength}
      value={field.value ?? ''}
      onChange={field.onChange}
      {...(type === 'text' ? ownDirection(field.value) : { dir: 'ltr' })}
    />
  )
}

/** An hour and its minutes, as "14:00"; null while it is empty. */
export function TimeField<T extends FieldValues>(props: FieldProps<T>) {
  const { field, shared } = useField(props)
  return (
    <TextInput
      {...shared}
      type="time"
      w={140}
      value={field.value ?? ''}
      onChange={(event) => field.onChange(event.currentTarget.value || null)}
    />
  )
}

export function PasswordField<T extends FieldValues>({
  autoComplete,
  ...props
}: FieldProps<T> & { autoComplete: 'current-password' | 'new-password' }) {
  const { field, shared } = useField(props)
  return (
    <PasswordInput
      {...shared}
      autoComplete={autoComplete}
      value={field.value ?? ''}
      onChange={field.onChange}
      dir="ltr"
    />
  )
}

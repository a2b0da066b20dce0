import { PasswordInput, Textarea, TextInput } from '@mantine/core'
import type { FieldValues } from 'react-hook-form'
import { type FieldProps, useField } from './useField'

/** What is written reads in its own direction, whatever the language of the screen. */
const ownDirection = (text: unknown) => (text ? { dir: 'auto' } : {})

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

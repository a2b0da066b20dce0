import { Checkbox, MultiSelect, PasswordInput, Select, Textarea, TextInput } from '@mantine/core'
import type { FieldValues } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
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

export interface Choice {
  value: string
  label: string
}

export function SelectField<T extends FieldValues>({
  choices,
  ...props
}: FieldProps<T> & { choices: readonly Choice[] }) {
  const { t } = useTranslation()
  const { field, shared } = useField(props)
  return (
    <Select
      {...shared}
      data={choices}
      searchable={choices.length > 8}
      clearable={props.optional ?? false}
      nothingFoundMessage={t('form.nothingFound')}
      placeholder={t('form.choose')}
      value={field.value ?? null}
      onChange={field.onChange}
    />
  )
}

/** Several of a list; `value` is an array of strings. */
export function MultiSelectField<T extends FieldValues>({
  choices,
  max,
  ...props
}: FieldProps<T> & { choices: readonly Choice[]; max?: number }) {
  const { t } = useTranslation()
  const { field, shared } = useField(props)
  return (
    <MultiSelect
      {...shared}
      data={choices}
      searchable
      hidePickedOptions
      nothingFoundMessage={t('form.nothingFound')}
      placeholder={t('form.choose')}
      value={field.value ?? []}
      onChange={field.onChange}
      {...(max && { maxValues: max })}
    />
  )
}

export function CheckboxField<T extends FieldValues>(props: FieldProps<T>) {
  const { field, shared } = useField(props)
  const { inputWrapperOrder: _, ...checkbox } = shared
  return (
    <Checkbox
      {...checkbox}
      checked={field.value ?? false}
      onChange={(event) => field.onChange(event.currentTarget.checked)}
    />
  )
}

import { Checkbox, MultiSelect, Select } from '@mantine/core'
import type { FieldValues } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { type FieldProps, useField } from './useField'

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
      allowDeselect={props.optional ?? false}
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

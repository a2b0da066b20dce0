import { TextInput } from '@mantine/core'
import type { FieldValues } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { type FieldProps, useField } from '@/forms/useField'
import { cityOf } from '@/i18n/zonedTime'

type Props<T extends FieldValues> = Pick<FieldProps<T>, 'control' | 'name'> & {
  /** On whose clocks the hour is: named below the field. */
  zone: string
}

/** The hour by which something is due, where it is known. */
export function HourField<T extends FieldValues>({ zone, ...props }: Props<T>) {
  const { t } = useTranslation('time')
  const help = t('hourHelp', { zone: cityOf(zone) })
  const { field, shared } = useField({ ...props, label: t('hour'), help, optional: true })
  return (
    <TextInput
      {...shared}
      type="time"
      styles={{ wrapper: { maxWidth: 160 } }}
      value={field.value ?? ''}
      onChange={field.onChange}
    />
  )
}

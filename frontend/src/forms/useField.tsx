import type { ReactNode } from 'react'
import { type FieldPath, type FieldValues, type UseControllerProps, useController } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import classes from './Form.module.css'

export interface FieldProps<T extends FieldValues, N extends FieldPath<T> = FieldPath<T>> {
  control: UseControllerProps<T, N>['control']
  name: N
  label: string
  /** Below the field: what belongs into it, and why. */
  help?: ReactNode
  /** Marked as such; what is required is not marked. */
  optional?: boolean
  disabled?: boolean
}

/** What every field of ours shares: label above, help and error below, "optional" marked. */
export function useField<T extends FieldValues>({
  control,
  name,
  label,
  help,
  optional,
  disabled,
}: FieldProps<T>) {
  const { t } = useTranslation()
  const { field, fieldState } = useController({ control, name })
  const shared = {
    label: optional ? (
      <>
        {label} <span className={classes.optional}>({t('form.optional')})</span>
      </>
    ) : (
      label
    ),
    description: help,
    error: fieldState.error?.message,
    inputWrapperOrder: ['label', 'input', 'error', 'description'] as (
      | 'label'
      | 'input'
      | 'error'
      | 'description'
    )[],
    name: field.name,
    onBlur: field.onBlur,
    ref: field.ref,
    disabled: disabled ?? false,
  }
  return { field, shared }
}

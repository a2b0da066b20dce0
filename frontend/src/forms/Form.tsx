import { type ReactNode, useEffect, useRef } from 'react'
import type { FieldValues, SubmitHandler, UseFormReturn } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { applyProblemToForm } from './applyProblem'
import classes from './Form.module.css'

interface Props<T extends FieldValues, C, O> {
  form: UseFormReturn<T, C, O>
  onSubmit: SubmitHandler<O>
  /** Fields that stand beside something need more room than one column. */
  isWide?: boolean
  children: ReactNode
}

/** One column of fields. A problem thrown by `onSubmit` appears beside its fields, the rest on top; what was typed stays. */
export function Form<T extends FieldValues, C, O>({ form, onSubmit, isWide, children }: Props<T, C, O>) {
  const { t } = useTranslation()
  const message = form.formState.errors.root?.server?.message
  const alert = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (message) alert.current?.focus()
  }, [message])

  const submit = form.handleSubmit(async (values, event) => {
    try {
      await onSubmit(values, event)
    } catch (error) {
      applyProblemToForm(error, form, t)
    }
  })

  return (
    <form className={classes.form} data-wide={isWide} onSubmit={submit} noValidate>
      {message && (
        <div ref={alert} className={classes.alert} role="alert" tabIndex={-1}>
          {message}
        </div>
      )}
      {children}
    </form>
  )
}

/** The buttons at the end of a form: the primary one first. */
export function FormActions({ children }: { children: ReactNode }) {
  return <div className={classes.actions}>{children}</div>
}

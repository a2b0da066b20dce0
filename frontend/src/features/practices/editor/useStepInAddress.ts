import { useNavigate } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import type { UseFormReturn } from 'react-hook-form'
import type { CommentBody } from '@/api/generated/types.gen'
import { type FieldName, FORM_ORDER, type FormStep, stepOf } from './formSteps'
import type { PracticeFields } from './practiceFields'

/**
 * The step of the form that is shown, as the address names it: it can be sent to a colleague, and one goes back to the last.
 * Where it names none, the first one that is asked about, or the first.
 */
export function useStepInAddress(
  named: FormStep | undefined,
  comments: CommentBody[],
  form: UseFormReturn<PracticeFields>,
) {
  const navigate = useNavigate()
  const [begun, setBegun] = useState<FormStep>()
  if (!begun && comments.length > 0) setBegun(firstAsked(comments) ?? 'what')
  const step = named ?? begun ?? 'what'

  const choose = (to: FormStep) =>
    void navigate({ to: '.', search: { step: to }, resetScroll: false, state: { keepsFocus: true } })

  const awaited = useRef<FieldName>(null)
  const focus = (name: FieldName) => name !== 'files' && form.setFocus(name, { shouldSelect: true })
  const goTo = (name: FieldName) => {
    if (stepOf(name) === step) return focus(name)
    awaited.current = name
    choose(stepOf(name))
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: the field is there once its step is
  useEffect(() => {
    if (awaited.current) focus(awaited.current)
    awaited.current = null
  }, [step])
  return { step, choose, goTo }
}

/** Where somebody begins who comes to answer. */
function firstAsked(comments: CommentBody[]): FormStep | undefined {
  const asked = FORM_ORDER.find((name) =>
    comments.some(({ field, resolved_at }) => field === name && !resolved_at),
  )
  return asked && stepOf(asked)
}

import { act, renderHook } from '@testing-library/react'
import type { TFunction } from 'i18next'
import { useForm } from 'react-hook-form'
import { expect, it } from 'vitest'
import { ApiProblem } from '@/api/problem'
import { applyProblemToForm } from './applyProblem'

const t = ((key: string) => key) as unknown as TFunction<'common'>

function formAfter(problem: unknown) {
  const { result } = renderHook(() => {
    const form = useForm({ defaultValues: { title: '', people: [{ email: '' }] } })
    return { form, errors: form.formState.errors }
  })
  act(() => applyProblemToForm(problem, result.current.form, t))
  return result.current.errors
}

it('puts an error beside the field it points to, also in a list', () => {
  const errors = formAfter(
    new ApiProblem({
      status: 422,
      errors: [
        { pointer: '/title', detail: 'Please give a title.' },
        { pointer: '/people/0/email', detail: 'This is no e-mail address.' },
      ],
    }),
  )

  expect(errors.title?.message).toBe('Please give a title.')
  expect(errors.people?.[0]?.email?.message).toBe('This is no e-mail address.')
  expect(errors.root).toBeUndefined()
})

it('says on top what belongs to no field', () => {
  const errors = formAfter(
    new ApiProblem({ status: 422, errors: [{ pointer: '/iso3', detail: 'Not a champion.' }] }),
  )

  expect(errors.root?.server?.message).toBe('Not a champion.')
})

it('says what to do when the server cannot be reached', () => {
  expect(formAfter(new ApiProblem({ status: 0 })).root?.server?.message).toBe('problem.offline')
})

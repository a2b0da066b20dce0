import type { TFunction } from 'i18next'
import type { FieldPath, FieldValues, UseFormReturn } from 'react-hook-form'
import { isProblem } from '@/api/problem'
import { problemMessage } from './problemMessage'

/** "/focal_points/0/email" → "focal_points.0.email" */
function pathOf(pointer: string): string {
  return pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'))
    .join('.')
}

/**
 * Puts each error of a problem beside its field, and what belongs to no field of this form on top of it. The first field
 * takes the focus, unless the person did not ask for anything: an autosave never moves them from where they type.
 */
export function applyProblemToForm<T extends FieldValues, C, O>(
  error: unknown,
  form: UseFormReturn<T, C, O>,
  t: TFunction<'common'>,
  { movesFocus = true }: { movesFocus?: boolean } = {},
): void {
  const fields = isProblem(error) ? error.errors : []
  const known = new Set(Object.keys(form.getValues()))
  const [beside, above] = [fields.filter(isOfForm), fields.filter((field) => !isOfForm(field))]

  for (const [index, { pointer, detail }] of beside.entries()) {
    form.setError(
      pathOf(pointer) as FieldPath<T>,
      { type: 'server', message: detail },
      { shouldFocus: movesFocus && index === 0 },
    )
  }
  if (beside.length === 0 || above.length > 0) {
    const details = above.map((field) => field.detail)
    form.setError('root.server', {
      message: details.length > 0 ? details.join(' ') : problemMessage(error, t),
    })
  }

  function isOfForm({ pointer }: { pointer: string }): boolean {
    return known.has(pathOf(pointer).split('.')[0] ?? '')
  }
}

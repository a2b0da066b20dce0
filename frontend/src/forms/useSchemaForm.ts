import { standardSchemaResolver } from '@hookform/resolvers/standard-schema'
import { type DefaultValues, type FieldValues, useForm } from 'react-hook-form'
import type * as z from 'zod/mini'

/** A form checked by a zod schema: when a field is left for the first time, and from then on with each change. */
export function useSchemaForm<I extends FieldValues, O extends FieldValues>(
  schema: z.core.$ZodType<O, I>,
  defaultValues: DefaultValues<I>,
) {
  return useForm<I, unknown, O>({
    resolver: standardSchemaResolver(schema),
    defaultValues,
    mode: 'onTouched',
  })
}

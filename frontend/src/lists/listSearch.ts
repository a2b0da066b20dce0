import * as z from 'zod/mini'

/*
 * The state of a list is its URL. What cannot be understood in it is dropped, so that an old or mistyped link still opens.
 *
 *     validateSearch: listSearch({ objective: numbers, status: someOf(['draft', 'published']), sort: oneOf(['title', '-published_at']) })
 */
export const word = z.catch(z.optional(z.string()), undefined)

export const words = z.catch(z.optional(z.array(z.string())), undefined)

export const number = z.catch(z.optional(z.coerce.number()), undefined)

export const numbers = z.catch(z.optional(z.array(z.coerce.number())), undefined)

export const flag = z.catch(z.optional(z.boolean()), undefined)

export const oneOf = <const T extends readonly [string, ...string[]]>(values: T) =>
  z.catch(z.optional(z.enum(values)), undefined)

export const someOf = <const T extends readonly [string, ...string[]]>(values: T) =>
  z.catch(z.optional(z.array(z.enum(values))), undefined)

/** Several values where older links have one: `?year=2024` is `?year=[2024]`. */
export const severalOf = <T extends z.core.$ZodType>(value: T) =>
  z.catch(
    z.optional(
      z.pipe(
        z.transform((given) => (Array.isArray(given) ? given : [given])),
        z.array(value),
      ),
    ),
    undefined,
  )

/** The search text of every list, and the filters and the sort of this one, named and typed as the API's parameters. */
export const listSearch = <T extends z.core.$ZodShape>(filters: T) => z.object({ q: word, ...filters })

import type { TFunction } from 'i18next'
import * as z from 'zod/mini'
import { cityOf } from '@/i18n/zonedTime'
import { clockTimeOf, readLocal } from './localInstant'

/**
 * A check for a form's schema: each of `fields` is a time that the clocks of a zone show, and show once unless it was
 * said which is meant. An empty field is the matter of its own rule.
 */
export const checkLocalTimes = <V extends object>(
  t: TFunction<'time'>,
  fields: readonly (keyof V & string)[],
  zoneOf: (values: V) => string,
) =>
  z.check<V>(
    ({ value, issues }) => {
      for (const field of fields) {
        const typed = value[field]
        if (typeof typed !== 'string' || !typed) continue
        const zone = zoneOf(value)
        const { kind } = readLocal(typed, zone)
        if (kind === 'once') continue
        const message = t(`wrong.${kind === 'unknown zone' ? 'unknownZone' : kind}`, {
          time: clockTimeOf(typed).slice(11),
          zone: cityOf(zone),
        })
        issues.push({ code: 'custom', input: value, path: [field], message, continue: true })
      }
    },
    // beside the mistakes of other fields, not only after they are mended
    { when: () => true },
  )

import type { ParseKeys } from 'i18next'
import { useTranslation } from 'react-i18next'
import { isLanguage, LANGUAGES } from '@/i18n/languages'
import { useFormat } from '@/i18n/useFormat'

type Key = ParseKeys<'administration'>

const INSTANT = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d/
const DAY = /^\d{4}-\d\d-\d\d$/
/** A word of ours, such as `under_way`, as the record keeps it. */
const OWN_WORD = /^[a-z]+(_[a-z]+)*$/

/** "review_note" → "review note": what has no words of its own yet still reads. */
const plainly = (name: string): string => name.replaceAll(/[_-]/g, ' ')

/** The trail in words: what was done, to what kind of record, which field, and what a value says. */
export function useAuditWords() {
  const { t, i18n } = useTranslation('administration')
  const format = useFormat()

  const said = (key: string, fallback: string): string =>
    i18n.exists(key, { ns: 'administration' }) ? t(key as Key) : plainly(fallback)

  const action = (name: string): string => {
    const verb = name.split('.')[1] ?? name
    return said(`audit.verb.${verb}`, verb)
  }
  const recordType = (name: string): string => said(`audit.recordType.${name}`, name)
  const field = (name: string): string => said(`audit.field.${name}`, name)

  /** With the year: a trail goes back far. */
  const moment = (at: string): string => `${format.date(at)}, ${format.time(at)}`

  const value = (raw: unknown): string => {
    if (raw === null || raw === undefined || raw === '') return t('audit.nothing')
    if (typeof raw === 'boolean') return t(raw ? 'audit.yes' : 'audit.no')
    if (typeof raw === 'number') return format.number(raw)
    if (Array.isArray(raw)) return raw.length === 0 ? t('audit.nothing') : raw.map(value).join(', ')
    if (typeof raw === 'object') return JSON.stringify(raw)
    const text = String(raw)
    if (DAY.test(text)) return format.date(text)
    if (INSTANT.test(text)) return moment(text.replace(' ', 'T'))
    if (isLanguage(text)) return LANGUAGES[text]
    return OWN_WORD.test(text) ? said(`audit.value.${text}`, text) : text
  }

  return { action, recordType, field, moment, value }
}

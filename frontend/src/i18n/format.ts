import type { Language } from './languages'

/** Arabic with the digits of the printed documents of the Organization in digital form: 0–9. */
function localeOf(language: Language): string {
  return language === 'ar' ? 'ar-u-nu-latn' : language === 'en' ? 'en-GB' : language
}

export const readerZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone

const DAY = 86_400_000

/** Whole days from one calendar day to another, as the reader's calendar counts them. */
export function daysBetween(from: Date, to: Date, timeZone: string): number {
  const day = (date: Date) => Date.parse(new Intl.DateTimeFormat('sv-SE', { timeZone }).format(date))
  return Math.round((day(to) - day(from)) / DAY)
}

/** A date without a time ("2026-12-10") is a day everywhere, so it is read and written in UTC. */
const isDay = (value: string) => value.length === 10

export interface Formatters {
  /** What is formatted for, as a BCP 47 tag: also says on which day weeks begin. */
  locale: string
  /** "10 December 2026" from a day or an instant. */
  date: (value: string) => string
  /** "10 Dec" where space is short. */
  dateShort: (value: string) => string
  /** "10 Dec 2026" in a column of a table. */
  dateMedium: (value: string) => string
  /** "Thursday 10 December" */
  weekday: (value: string) => string
  /** "Thursday 10 December 2026": the head of a page about that day. */
  fullDate: (value: string) => string
  /** "December 2026" */
  month: (value: string) => string
  /** "Thu": the head of a calendar's column. */
  weekdayShort: (value: string) => string
  /** "Thursday 10 December, 15:00" in the reader's zone. */
  dateTime: (value: string) => string
  /** "15:00" in the reader's zone, or in the one given. */
  time: (value: string, timeZone?: string) => string
  /** "10–12 December 2026" */
  dateRange: (from: string, to: string) => string
  /** "in 4 days", "yesterday" */
  relativeDays: (value: string, now?: Date) => string
  /** "2 hours ago", "yesterday": for what has just happened. */
  ago: (value: string, now?: Date) => string
  /** Days until a day or an instant; negative when it has passed. */
  daysUntil: (value: string, now?: Date) => number
  number: (value: number) => string
  percent: (share: number) => string
  /** "2.4 MB", "204 kB": of a file. */
  size: (bytes: number) => string
  /** "French", from "fr" */
  language: (tag: string) => string
  /** "Morocco, Peru and Kenya" */
  list: (words: readonly string[]) => string
}

export function createFormatters(language: Language, timeZone: string = readerZone()): Formatters {
  const locale = localeOf(language)
  const format = (value: string, options: Intl.DateTimeFormatOptions, zone = timeZone) =>
    new Intl.DateTimeFormat(locale, { ...options, timeZone: isDay(value) ? 'UTC' : zone }).format(
      new Date(value),
    )
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })
  const daysUntil = (value: string, now = new Date()) => {
    if (!isDay(value)) return daysBetween(now, new Date(value), timeZone)
    const today = new Intl.DateTimeFormat('sv-SE', { timeZone }).format(now)
    return Math.round((Date.parse(value) - Date.parse(today)) / DAY)
  }
  const relativeDays = (value: string, now?: Date) => relative.format(daysUntil(value, now), 'day')

  return {
    locale,
    date: (value) => format(value, { day: 'numeric', month: 'long', year: 'numeric' }),
    dateShort: (value) => format(value, { day: 'numeric', month: 'short' }),
    dateMedium: (value) => format(value, { day: 'numeric', month: 'short', year: 'numeric' }),
    weekday: (value) => format(value, { weekday: 'long', day: 'numeric', month: 'long' }),
    fullDate: (value) => format(value, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }),
    month: (value) => format(value, { month: 'long', year: 'numeric' }),
    weekdayShort: (value) => format(value, { weekday: 'short' }),
    dateTime: (value) =>
      format(value, {
        weekday: 'long',
        day: 'numeric',
        month: 'long',
        hour: '2-digit',
        minute: '2-digit',
        hourCycle: 'h23',
      }),
    time: (value, zone) => format(value, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }, zone),
    dateRange: (from, to) =>
      new Intl.DateTimeFormat(locale, {
        day: 'numeric',
        month: 'long',
        year: 'numeric',
        timeZone: isDay(from) ? 'UTC' : timeZone,
      }).formatRange(new Date(from), new Date(to)),
    relativeDays,
    ago: (value, now = new Date()) => {
      const minutes = Math.round((Date.parse(value) - now.getTime()) / 60_000)
      if (minutes > -60) return relative.format(minutes, 'minute')
      if (daysUntil(value, now) === 0) return relative.format(Math.round(minutes / 60), 'hour')
      return relativeDays(value, now)
    },
    daysUntil,
    number: (value) => new Intl.NumberFormat(locale).format(value),
    percent: (share) => new Intl.NumberFormat(locale, { style: 'percent' }).format(share),
    size: (bytes) => {
      const [unit, value] = bytes < 1_000_000 ? ['kilobyte', bytes / 1000] : ['megabyte', bytes / 1_000_000]
      const style = { style: 'unit', unit, maximumFractionDigits: unit === 'kilobyte' ? 0 : 1 } as const
      return new Intl.NumberFormat(locale, style).format(unit === 'kilobyte' ? Math.max(1, value) : value)
    },
    language: (tag) => new Intl.DisplayNames(locale, { type: 'language' }).of(tag) ?? tag,
    list: (words) => new Intl.ListFormat(locale, { type: 'conjunction' }).format(words),
  }
}

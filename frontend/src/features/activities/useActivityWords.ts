import { useTranslation } from 'react-i18next'
import { useFormat } from '@/i18n/useFormat'
import { useTerms } from '@/vocabularies/useTerms'
import type { ActivityInList } from './activityQuery'

type Days = Pick<ActivityInList, 'starts_on' | 'ends_on'>
type Hours = Pick<ActivityInList, 'starts_time' | 'ends_time'>
type Standing = Pick<ActivityInList, 'is_over'>
type Place = Pick<ActivityInList, 'place' | 'format'>
type Leads = Pick<
  ActivityInList,
  'champion' | 'co_leads' | 'co_organisers' | 'other_organisers' | 'participants'
>

/** An activity's circumstances in words, as far as they are known. */
export function useActivityWords() {
  const { t } = useTranslation('activities')
  const format = useFormat()
  const kinds = useTerms('activity-kinds')

  const kind = (key: ActivityInList['kind']) => {
    const term = kinds.find((candidate) => candidate.key === key)
    return term?.short ?? term?.title ?? ''
  }

  /** "Thursday 18 February 2027", "18–19 February 2027", or nothing. */
  const days = ({ starts_on, ends_on }: Days): string => {
    if (!starts_on) return ''
    if (!ends_on || ends_on === starts_on) return format.fullDate(starts_on)
    return format.dateRange(starts_on, ends_on)
  }

  const when = (activity: Days & Standing): string =>
    days(activity) || t(activity.is_over ? 'noDayPast' : 'noDay')

  /** "Nairobi, in person and online" or "Online"; a place by itself says that people meet there. */
  const place = ({ place: where, format: how }: Place): string => {
    if (!how) return where
    const form = t(`format.${how}`)
    if (!where) return form
    return how === 'in_person' ? where : t('placeAndForm', { place: where, form: form.toLocaleLowerCase() })
  }

  return {
    kind,
    place,
    /** Whose calendar the days are of: the place's, or UTC where people meet online. */
    zone: ({ place: where, format: how }: Place): string =>
      where && how !== 'online' ? t('daysThere', { place: where }) : t('daysInUtc'),
    when,
    /** "14:00–17:30" on the clocks of its zone, or nothing. */
    hours: ({ starts_time, ends_time }: Hours): string =>
      [starts_time, ends_time]
        .map((time) => time?.slice(0, 5))
        .filter(Boolean)
        .join('–'),
    line: (activity: Days & Place & Standing): string =>
      [when(activity), place(activity)].filter(Boolean).join(' · '),
    /** "Kenya with Canada and Mexico · 6 more champions take part" */
    who: ({ champion, co_leads, co_organisers, other_organisers, participants }: Leads): string => {
      const others = [...co_leads, ...co_organisers, ...other_organisers].map(({ name }) => name)
      const lead = champion?.name ?? t('initiative')
      return [
        others.length > 0 ? t('leadWith', { lead, others: format.list(others) }) : lead,
        participants.length > 0 && t('takePart', { count: participants.length }),
      ]
        .filter(Boolean)
        .join(' · ')
    },
  }
}

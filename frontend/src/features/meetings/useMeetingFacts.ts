import { useTranslation } from 'react-i18next'
import { useFormat } from '@/i18n/useFormat'
import type { MeetingInList } from './meetingQuery'

/** A past meeting known from public sources, which do not tell its hour, its duration or its form. */
export const isFromArchives = (meeting: MeetingInList): boolean =>
  meeting.source !== null || meeting.date_precision === 'month'

/** A meeting's circumstances in words, as far as they are known. */
export function useMeetingFacts() {
  const { t } = useTranslation('meetings')
  const format = useFormat()

  const day = (meeting: MeetingInList) =>
    meeting.date_precision === 'month' ? format.month(meeting.starts_at) : format.fullDate(meeting.starts_at)

  const place = ({ format: form, place: where }: MeetingInList) =>
    [where, form === 'in_person' && where ? '' : t(`format.${form}`)].filter(Boolean).join(', ')

  const languages = (meeting: MeetingInList) =>
    format.list(meeting.languages.map((language) => format.language(language)))

  return {
    day,
    place,
    languages,
    /** "Thursday 10 December 2026 · 15:00 · 90 minutes · online · English, French" */
    line: (meeting: MeetingInList) =>
      (isFromArchives(meeting)
        ? [day(meeting), meeting.place]
        : [
            day(meeting),
            format.time(meeting.starts_at),
            t('minutes', { count: meeting.duration_minutes }),
            place(meeting),
            languages(meeting),
          ]
      )
        .filter(Boolean)
        .join(' · '),
    /** "5 agenda items · 3 proposals to decide", or who took part. */
    matter: (meeting: MeetingInList) =>
      [
        meeting.accepted_items_count > 0 && t('agendaItems', { count: meeting.accepted_items_count }),
        meeting.open_proposals_count > 0 && t('toDecide', { count: meeting.open_proposals_count }),
        meeting.champions_present_count !== null && t('present', { count: meeting.champions_present_count }),
        meeting.participants_count !== null && t('took', { count: meeting.participants_count }),
      ]
        .filter(Boolean)
        .join(' · '),
  }
}

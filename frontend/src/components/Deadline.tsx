import { useTranslation } from 'react-i18next'
import { useFormat } from '@/i18n/useFormat'

/** "Friday 27 November, 18:00 (17:00 UTC)": an instant in the reader's zone, with UTC beside it. */
export function Deadline({ at }: { at: string }) {
  const { t } = useTranslation()
  const format = useFormat()
  return (
    <time dateTime={at}>
      {format.dateTime(at)} ({t('deadline.utc', { time: format.time(at, 'UTC') })})
    </time>
  )
}

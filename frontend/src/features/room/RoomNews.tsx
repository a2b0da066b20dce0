import { VisuallyHidden } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { MeetingBody } from '@/api/generated/types.gen'
import type { Room } from './roomQuery'

/** Says politely what has changed, to those who hear the page. The clock is not told: it would never be silent. */
export function RoomNews({ meeting, room }: { meeting: MeetingBody; room: Room }) {
  const { t } = useTranslation('room')
  const item = meeting.agenda_items.find(({ id }) => id === room.item_id)
  const speaker = room.speakers.find(({ status }) => status === 'speaking')
  return (
    <VisuallyHidden aria-live="polite">
      {item && <p>{t('news.item', { title: item.title })}</p>}
      {speaker && <p>{t('news.floor', { champion: speaker.champion.name })}</p>}
      {room.status === 'paused' && <p>{t('paused')}</p>}
    </VisuallyHidden>
  )
}

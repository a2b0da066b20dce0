import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useRef } from 'react'
import type { MeetingBody } from '@/api/generated/types.gen'
import { QueryState } from '@/components/QueryState'
import { usePermission } from '@/session/permission'
import { AgendaAhead } from './AgendaAhead'
import { ClosedRoom } from './ClosedRoom'
import { CurrentItem } from './CurrentItem'
import { Floor } from './Floor'
import { LiveIndicator } from './LiveIndicator'
import { MinutesBeside } from './MinutesBeside'
import { RoomNews } from './RoomNews'
import classes from './RoomPage.module.css'
import { type ReadRoom, roomQuery } from './roomQuery'
import { useLiveMeeting } from './useLiveMeeting'
import { useShortcuts } from './useShortcuts'
import type { Writer } from './writers'

interface Props {
  meeting: MeetingBody
  /** Where the minutes of an item are written. */
  minutesOf: (itemId: string) => ReactNode
}

/** The meeting as it is held: made for a projector, and for a phone in the hand. */
export function RoomPage({ meeting, minutesOf }: Props) {
  const query = useQuery(roomQuery(meeting.id))
  const { state, writers } = useLiveMeeting(meeting.id)
  return (
    <QueryState query={query} rows={5}>
      {(read) => (
        <>
          <LiveIndicator state={state} />
          <Room meeting={meeting} minutesOf={minutesOf} read={read} writers={writers} />
        </>
      )}
    </QueryState>
  )
}

function Room({ meeting, minutesOf, read, writers }: Props & { read: ReadRoom; writers: readonly Writer[] }) {
  const { room } = read
  const stage = useRef<HTMLDivElement>(null)
  const shortcuts = useShortcuts(room, stage)
  const writesMinutes = usePermission('minutes:write')
  if (room.status === 'not_open' || room.status === 'ended')
    return <ClosedRoom meeting={meeting} read={read} />
  return (
    <>
      <RoomNews meeting={meeting} room={room} />
      <div ref={stage} className={classes.stage}>
        <div className={classes.matter}>
          <CurrentItem meeting={meeting} read={read} stage={stage} shortcuts={shortcuts} />
          {room.item_id && writesMinutes && (
            <MinutesBeside key={room.item_id} meetingId={meeting.id} itemId={room.item_id} writers={writers}>
              {minutesOf(room.item_id)}
            </MinutesBeside>
          )}
          <AgendaAhead meeting={meeting} room={room} />
        </div>
        <Floor read={read} hasShortcuts={shortcuts.areOn} />
      </div>
    </>
  )
}

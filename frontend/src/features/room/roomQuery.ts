import { type QueryClient, queryOptions } from '@tanstack/react-query'
import { getMeetingRoomQueryKey } from '@/api/generated/@tanstack/react-query.gen'
import { getMeetingRoom } from '@/api/generated/sdk.gen'
import type { RoomBody, SpeakerBody } from '@/api/generated/types.gen'

export type Room = RoomBody
export type Speaker = SpeakerBody

/** The room, and by how much the service's clock is ahead of this device's. */
export interface ReadRoom {
  room: Room
  aheadMs: number
}

const keyOf = (meetingId: string) =>
  [...getMeetingRoomQueryKey({ path: { meeting_id: meetingId } }), 'room'] as const

/** An answer that left before an event came in must not take the room back: the later revision stays. */
export const roomQuery = (meetingId: string) =>
  queryOptions({
    queryKey: keyOf(meetingId),
    queryFn: async ({ signal, client, queryKey }): Promise<ReadRoom> => {
      const { data } = await getMeetingRoom({ path: { meeting_id: meetingId }, signal })
      return later(client.getQueryData(queryKey), data, aheadOf(data.now))
    },
    staleTime: 10_000,
  })

/** Puts a room that was told, or answered, in place of the one that is shown. */
export function showRoom(client: QueryClient, room: Room, aheadMs: number | null): void {
  client.setQueryData<ReadRoom>(keyOf(room.id), (shown) => later(shown, room, aheadMs ?? shown?.aheadMs ?? 0))
}

export const aheadOf = (now: string): number => Date.parse(now) - Date.now()

const later = (shown: ReadRoom | undefined, room: Room, aheadMs: number): ReadRoom =>
  shown && shown.room.revision > room.revision ? shown : { room, aheadMs }

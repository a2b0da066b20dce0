import { getMinutesItemQueryKey, getMinutesQueryKey } from '@/api/generated/@tanstack/react-query.gen'
import { getMinutes, getMinutesItem } from '@/api/generated/sdk.gen'
import { recordQuery } from '@/api/record'

export const minutesQuery = (meetingId: string) => {
  const path = { meeting_id: meetingId }
  return recordQuery(getMinutesQueryKey({ path }), (signal) => getMinutes({ path, signal }))
}

export const minutesItemQuery = (meetingId: string, itemId: string) => {
  const path = { meeting_id: meetingId, item_id: itemId }
  return recordQuery(getMinutesItemQueryKey({ path }), (signal) => getMinutesItem({ path, signal }))
}

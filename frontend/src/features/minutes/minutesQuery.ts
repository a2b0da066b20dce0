import { getMinutesQueryKey } from '@/api/generated/@tanstack/react-query.gen'
import { getMinutes } from '@/api/generated/sdk.gen'
import { recordQuery } from '@/api/record'

export const minutesQuery = (meetingId: string) => {
  const path = { meeting_id: meetingId }
  return recordQuery(getMinutesQueryKey({ path }), (signal) => getMinutes({ path, signal }))
}

import { getActivityQueryKey } from '@/api/generated/@tanstack/react-query.gen'
import { getActivity } from '@/api/generated/sdk.gen'
import type { ActivityBody, ActivitySummary } from '@/api/generated/types.gen'
import { recordQuery } from '@/api/record'

export type Activity = ActivityBody
export type ActivityInList = ActivitySummary

export const activityQuery = (id: string) =>
  recordQuery(getActivityQueryKey({ path: { activity_id: id } }), (signal) =>
    getActivity({ path: { activity_id: id }, signal }),
  )

import type { Contribution, ContributionGroup } from '@/api/generated/types.gen'

export type { Contribution, ContributionGroup }

export type ContributionKind = ContributionGroup['kind']

/** Where one contribution of a kind is read. */
export const PATHS: Record<ContributionKind, (id: string) => string> = {
  statement: (id) => `/statements/${id}`,
  activity: (id) => `/activities/${id}`,
  pledge: (id) => `/pledges/${id}`,
  workplan_item: (id) => `/workplan/${id}`,
  practice: (id) => `/practices/${id}`,
}

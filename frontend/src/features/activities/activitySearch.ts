import { flag, listSearch, numbers, oneOf, someOf, word } from '@/lists/listSearch'

export const KINDS = [
  'joint_statements_events',
  'engaging_member_states',
  'capacity_building_mechanism',
  'peer_learning',
  'network_workplan_support',
  'pledges',
  'whole_of_society',
  'communication_visibility',
] as const

export const STATUSES = [
  'idea',
  'planned',
  'confirmed',
  'held',
  'reported',
  'postponed',
  'cancelled',
] as const

export const STAKEHOLDERS = [
  'migrants',
  'diaspora',
  'civil_society',
  'academia',
  'private_sector',
  'trade_unions',
  'parliamentarians',
  'local_authorities',
  'nhris',
  'media',
  'un_entities',
] as const

/** The five regions of UN M49. */
export const REGIONS = ['002', '019', '142', '150', '009'] as const

/** What of the address says where one looks, and is no filter. */
export const WHERE_ONE_LOOKS = ['view', 'month', 'day'] as const

/** The list's filters as the API names them, and how they are looked at. */
export const activitySearch = listSearch({
  kind: someOf(KINDS),
  status: someOf(STATUSES),
  objective: numbers,
  region: word,
  champion: word,
  process: word,
  stakeholder: oneOf(STAKEHOLDERS),
  is_open_for_partners: flag,
  is_coordinated: flag,
  view: oneOf(['calendar']),
  /** "2026-12" and "2026-12-24", of the calendar. */
  month: word,
  day: word,
})

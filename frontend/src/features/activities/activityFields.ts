import { changeActivity, getActivity } from '@/api/generated/sdk.gen'
import type { ActivityChange, Particulars } from '@/api/generated/types.gen'
import { ifMatch, type Versioned, withEtag } from '@/api/record'
import type { Activity } from './activityQuery'

/** What the form holds: the API's fields, with the numbers as the choices' words. */
export type ActivityFields = Required<Omit<ActivityChange, 'objectives' | 'sdgs' | 'particulars'>> & {
  particulars: Required<Particulars>
  objectives: string[]
  sdgs: string[]
}

const codesOf = (champions: Activity['participants']) => champions.map(({ iso3 }) => iso3)

/** "14:00" of "14:00:00". */
const hourOf = (time: string | null) => time?.slice(0, 5) ?? null

const fieldsOf = (activity: Activity): ActivityFields => ({
  title: activity.title,
  kind: activity.kind,
  description: activity.description,
  visibility: activity.visibility,
  is_open_for_partners: activity.is_open_for_partners,
  starts_on: activity.starts_on,
  ends_on: activity.ends_on,
  starts_time: hourOf(activity.starts_time),
  ends_time: hourOf(activity.ends_time),
  time_zone: activity.time_zone,
  format: activity.format,
  place: activity.place,
  link: activity.link,
  links: activity.links,
  audience: activity.audience,
  languages: activity.languages,
  stakeholders: activity.stakeholders,
  other_organisers: activity.other_organisers.map(({ iso3 }) => iso3),
  other_states: activity.other_states.map(({ iso3 }) => iso3),
  partners: activity.partners,
  objectives: activity.objectives.map(String),
  sdgs: activity.sdgs.map(String),
  particulars: activity.particulars as Required<Particulars>,
  statement_id: activity.statement?.id ?? null,
  outcome: activity.outcome,
  lessons_learned: activity.lessons_learned,
  co_leads: codesOf(activity.co_leads),
  co_organisers: codesOf(activity.co_organisers),
  participants: codesOf(activity.participants),
  processes: activity.processes.map(({ key }) => key),
})

const changeOf = ({ objectives, sdgs, ...others }: Partial<ActivityFields>): ActivityChange => ({
  ...others,
  ...(objectives && { objectives: objectives.map(Number) }),
  ...(sdgs && { sdgs: sdgs.map(Number) }),
})

export const saveActivity = (id: string, changes: Partial<ActivityFields>, etag: string) =>
  withEtag(changeActivity({ path: { activity_id: id }, body: changeOf(changes), headers: ifMatch(etag) }))

export const loadActivity = (id: string) => withEtag(getActivity({ path: { activity_id: id } }))

export const versionedFields = ({ data, etag }: Versioned<Activity>): Versioned<ActivityFields> => ({
  data: fieldsOf(data),
  etag,
})

import { changeMeeting, getMeeting } from '@/api/generated/sdk.gen'
import type { MeetingChange } from '@/api/generated/types.gen'
import { ifMatch, type Versioned, withEtag } from '@/api/record'
import type { Meeting } from './meetingQuery'

type Field = keyof MeetingChange & keyof Meeting

/** Reads and writes some fields of a meeting, for what is saved as one types. */
export function partOfMeeting<F extends Field>(id: string, fields: readonly F[]) {
  const path = { meeting_id: id }
  const partOf = ({ data, etag }: Versioned<Meeting>): Versioned<Pick<Meeting, F>> => ({
    data: Object.fromEntries(fields.map((field) => [field, data[field]])) as Pick<Meeting, F>,
    etag,
  })
  return {
    partOf,
    load: async () => partOf(await withEtag(getMeeting({ path }))),
    save: async (changes: Partial<Pick<Meeting, F>>, etag: string) =>
      partOf(await withEtag(changeMeeting({ path, body: changes as MeetingChange, headers: ifMatch(etag) }))),
  }
}

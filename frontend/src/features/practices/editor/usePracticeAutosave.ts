import { useNavigate } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import { changePractice, getPractice } from '@/api/generated/sdk.gen'
import { ifMatch, type Versioned, withEtag } from '@/api/record'
import { changesFrom } from '@/autosave/merge'
import { useAutosave } from '@/autosave/useAutosave'
import type { PracticeBody } from '../practiceQuery'
import { beginDraft, forgetAttempt } from './beginDraft'
import { changeOf, fieldsWithEtag, notAnAddress, type PracticeFields } from './practiceFields'

interface Options {
  /** Names the record on this device. */
  record: string
  /** The practice, or null while it is only a form. */
  begun: PracticeBody | null
  start: Versioned<PracticeFields>
  onBegin?: (id: string) => void
}

/** A title and one sentence make a draft; the sentence may be in any field. */
function isBegun(values: PracticeFields, empty: PracticeFields): boolean {
  const { title: _title, champion: _champion, ...written } = changesFrom(empty, values)
  return values.title.trim() !== '' && values.champion !== null && Object.keys(written).length > 0
}

/** Saves a practice as it is written; its title with one sentence begins it on the server, once. */
export function usePracticeAutosave({ record, begun, start, onBegin }: Options) {
  const [practice, setPractice] = useState(begun)
  const id = useRef(begun?.id)
  const navigate = useNavigate()

  const keep = (answer: Versioned<PracticeBody>) => {
    setPractice(answer.data)
    return fieldsWithEtag(answer)
  }

  const begin = async ({ title, summary, champion }: Partial<PracticeFields>) => {
    const draft = await beginDraft(record, {
      title: title ?? '',
      summary: summary ?? '',
      ...(champion && { champion }),
    })
    id.current = draft.data.id
    autosave.autosaver.moveTo(`practice:${draft.data.id}`, keep(draft))
    forgetAttempt(record)
    onBegin?.(draft.data.id)
    void navigate({
      to: '/practices/$practiceId/edit',
      params: { practiceId: draft.data.id },
      search: true,
      replace: true,
      resetScroll: false,
      state: { keepsFocus: true },
    })
    return draft
  }

  const save = async (changes: Partial<PracticeFields>, etag: string) => {
    const version = id.current ? etag : (await begin(changes)).etag
    const path = { practice_id: id.current ?? '' }
    return keep(await withEtag(changePractice({ path, body: changeOf(changes), headers: ifMatch(version) })))
  }

  const load = async () => keep(await withEtag(getPractice({ path: { practice_id: id.current ?? '' } })))

  const autosave = useAutosave<PracticeFields>({
    record,
    start,
    isReady: (values) => id.current !== undefined || isBegun(values, start.data),
    unfinished: ({ additional_resources }) =>
      notAnAddress(additional_resources) === undefined ? [] : ['additional_resources'],
    save,
    load,
  })

  /** Takes in what a colleague has saved since, as long as nothing of one's own is under way. */
  const followColleague = async (editedAt: string) => {
    if (practice && editedAt > practice.updated_at) autosave.autosaver.follow(await load())
  }
  return { ...autosave, practice, followColleague }
}

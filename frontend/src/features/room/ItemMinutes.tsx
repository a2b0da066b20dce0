import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { getMinutesItemQueryKey } from '@/api/generated/@tanstack/react-query.gen'
import { getMinutesItem, writeMinutesItem } from '@/api/generated/sdk.gen'
import { ifMatch, recordQuery, type Versioned, withEtag } from '@/api/record'
import { ConflictDialog } from '@/autosave/ConflictDialog'
import { SavedIndicator } from '@/autosave/SavedIndicator'
import { useAutosave, useAutosavedForm } from '@/autosave/useAutosave'
import { Card, CardBody } from '@/components/Card'
import { QueryState } from '@/components/QueryState'
import { TextAreaField } from '@/forms/TextAreaField'

interface Props {
  meetingId: string
  itemId: string
}

interface Fields {
  text: string
}

interface Answer {
  data: { revision: number; text: string }
  etag: string
}

const minutesQuery = ({ meetingId, itemId }: Props) => {
  const path = { meeting_id: meetingId, item_id: itemId }
  return recordQuery(getMinutesItemQueryKey({ path }), (signal) => getMinutesItem({ path, signal }))
}

const fieldsOf = ({ data, etag }: Answer): Versioned<Fields> => ({ data: { text: data.text }, etag })

/** The minutes of the current item, typed beside it. What another note-taker saves appears; where both wrote, both are shown. */
export function ItemMinutes(props: Props) {
  const { t } = useTranslation('room')
  const query = useQuery(minutesQuery(props))
  return (
    <Card title={t('minutes.title')}>
      <CardBody>
        <QueryState query={query} rows={2}>
          {(read) => <FreshForm {...props} read={read} />}
        </QueryState>
      </CardBody>
    </Card>
  )
}

/** Begins the form anew with what others have saved, but never under the hands of somebody who writes. */
function FreshForm({ read, ...props }: Props & { read: Answer }) {
  const [start, setStart] = useState(read)
  const own = useRef(0)
  const isWriting = useRef(false)
  useEffect(() => {
    if (!isWriting.current && read.data.revision > own.current) setStart(read)
  }, [read])
  return (
    <MinutesForm
      key={start.data.revision}
      {...props}
      start={fieldsOf(start)}
      onType={() => {
        isWriting.current = true
      }}
      onSaved={(revision) => {
        isWriting.current = false
        own.current = revision
      }}
    />
  )
}

interface FormProps extends Props {
  start: Versioned<Fields>
  onType: () => void
  onSaved: (revision: number) => void
}

function MinutesForm({ meetingId, itemId, start, onType, onSaved }: FormProps) {
  const { t } = useTranslation('room')
  const path = { meeting_id: meetingId, item_id: itemId }
  const kept = (answer: Answer) => {
    onSaved(answer.data.revision)
    return fieldsOf(answer)
  }
  const { autosaver, state } = useAutosave<Fields>({
    record: `minutes:${itemId}`,
    start,
    save: async (body, etag) =>
      kept(await withEtag(writeMinutesItem({ path, body, headers: ifMatch(etag) }))),
    load: async () => kept(await withEtag(getMinutesItem({ path }))),
  })
  const form = useForm<Fields>({ defaultValues: autosaver.values })
  useAutosavedForm(form, autosaver)
  return (
    <div onInput={onType}>
      <TextAreaField
        control={form.control}
        name="text"
        label={t('minutes.text')}
        help={t('minutes.help')}
        minRows={5}
      />
      <SavedIndicator state={state} />
      {state.kind === 'conflict' && (
        <ConflictDialog
          conflict={state.conflict}
          labels={{ text: t('minutes.text') }}
          onResolve={(chosen) => {
            form.reset(chosen)
            return autosaver.resolve(chosen)
          }}
        />
      )}
    </div>
  )
}

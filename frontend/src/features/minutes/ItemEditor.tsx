import { useQueryClient } from '@tanstack/react-query'
import { type KeyboardEvent, lazy, type ReactNode, Suspense, useEffect, useRef, useState } from 'react'
import { useForm } from 'react-hook-form'
import { getMinutesQueryKey } from '@/api/generated/@tanstack/react-query.gen'
import { getMinutesItem, writeMinutesItem } from '@/api/generated/sdk.gen'
import type { MinutesItemBody } from '@/api/generated/types.gen'
import { ifMatch, type Versioned, withEtag } from '@/api/record'
import { SavedIndicator } from '@/autosave/SavedIndicator'
import { useAutosave, useAutosavedForm } from '@/autosave/useAutosave'
import { TextAreaField } from '@/forms/TextAreaField'
import { AddOutcome, type OutcomeLine } from './AddOutcome'
import { EditorTools } from './EditorTools'
import classes from './ItemEditor.module.css'
import { MarkedChampions } from './MarkedChampions'

const TextConflict = lazy(() => import('./TextConflict'))

interface Props {
  meetingId: string
  item: MinutesItemBody
  label: string
  help?: string
  /** What was decided and agreed, between the text and the line that adds to it. */
  children: ReactNode
}

interface Fields {
  text: string
}

const textOf = ({ data, etag }: Versioned<MinutesItemBody>): Versioned<Fields> => ({
  data: { text: data.text },
  etag,
})

const revisionOf = (etag: string) => Number(/\d+/.exec(etag)?.[0] ?? 0)

/**
 * The minutes of one item, saved as one types, on the minutes' page and in the room alike. What another saves appears
 * while one does not write; where both wrote, both versions are shown. A decision or an action is made of the words that
 * are chosen, without leaving the text.
 */
export function ItemEditor({ meetingId, item, label, help, children }: Props) {
  const queryClient = useQueryClient()
  const path = { meeting_id: meetingId, item_id: item.id }
  const { autosaver, state } = useAutosave<Fields>({
    record: `minutes:${item.id}`,
    start: textOf({ data: item, etag: `"${item.revision}"` }),
    save: async (body, etag) => {
      const saved = await withEtag(writeMinutesItem({ path, body, headers: ifMatch(etag) }))
      void queryClient.invalidateQueries({
        queryKey: getMinutesQueryKey({ path: { meeting_id: meetingId } }),
      })
      return textOf(saved)
    },
    load: async () => textOf(await withEtag(getMinutesItem({ path }))),
  })
  const form = useForm<Fields>({ defaultValues: autosaver.values })
  useAutosavedForm(form, autosaver)
  useEffect(() => {
    if (item.revision > revisionOf(autosaver.version))
      autosaver.follow(textOf({ data: item, etag: `"${item.revision}"` }))
  }, [autosaver, item])

  const box = useRef<HTMLDivElement>(null)
  const outcome = useRef<OutcomeLine>(null)
  const [toolsOpened, setToolsOpened] = useState(false)
  const area = () => box.current?.querySelector('textarea') ?? null
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
    event.preventDefault()
    setToolsOpened(true)
  }
  return (
    <div className={classes.editor}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the field within takes the keys; the box only hears of them */}
      <div ref={box} data-print="hide" onKeyDown={onKeyDown}>
        <TextAreaField
          control={form.control}
          name="text"
          label={label}
          help={help}
          minRows={4}
          maxLength={50_000}
        />
      </div>
      <div className={classes.foot} data-print="hide">
        <EditorTools
          item={item}
          area={area}
          opened={toolsOpened}
          onOpened={setToolsOpened}
          onOutcome={(words, as, owner) => outcome.current?.take(words, as, owner)}
        />
        <SavedIndicator state={state} />
      </div>
      <MarkedChampions meetingId={meetingId} item={item} />
      {children}
      {item.actions.includes('add-decision') && (
        <AddOutcome ref={outcome} meetingId={meetingId} itemId={item.id} onReturn={() => area()?.focus()} />
      )}
      {state.kind === 'conflict' && (
        <Suspense>
          <TextConflict
            conflict={state.conflict}
            language={item.language}
            onResolve={(text) => {
              form.reset({ text })
              return autosaver.resolve({ text })
            }}
          />
        </Suspense>
      )}
    </div>
  )
}

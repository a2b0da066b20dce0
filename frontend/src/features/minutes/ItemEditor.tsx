import { useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { getMinutesItem, writeMinutesItem } from '@/api/generated/sdk.gen'
import type { MinutesItemBody } from '@/api/generated/types.gen'
import { ifMatch, type Versioned, withEtag } from '@/api/record'
import { ConflictDialog } from '@/autosave/ConflictDialog'
import { SavedIndicator } from '@/autosave/SavedIndicator'
import { useAutosave, useAutosavedForm } from '@/autosave/useAutosave'
import { TextAreaField } from '@/forms/TextAreaField'

interface Props {
  meetingId: string
  item: MinutesItemBody
}

const textOf = ({ data, etag }: Versioned<MinutesItemBody>) => ({ data: { text: data.text }, etag })

/** The text of one item, saved as one types; where somebody else wrote too, both versions are shown. */
export function ItemEditor({ meetingId, item }: Props) {
  const { t } = useTranslation('minutes')
  const path = { meeting_id: meetingId, item_id: item.id }
  const { autosaver, state } = useAutosave({
    record: `minutes:${item.id}`,
    start: textOf({ data: item, etag: `"${item.revision}"` }),
    save: async (changes: { text?: string }, etag) =>
      textOf(await withEtag(writeMinutesItem({ path, body: changes, headers: ifMatch(etag) }))),
    load: async () => textOf(await withEtag(getMinutesItem({ path }))),
  })
  const form = useForm({ defaultValues: autosaver.values })
  useAutosavedForm(form, autosaver)
  return (
    <>
      <TextAreaField
        control={form.control}
        name="text"
        label={t('text', { item: item.title })}
        help={t('textHelp')}
        minRows={4}
        maxLength={50_000}
      />
      <SavedIndicator state={state} />
      {state.kind === 'conflict' && (
        <ConflictDialog
          conflict={state.conflict}
          labels={{ text: t('text', { item: item.title }) }}
          onResolve={(chosen) => {
            form.reset(chosen)
            return autosaver.resolve(chosen)
          }}
        />
      )}
    </>
  )
}

import { Button } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { changeAgendaItem, getMeeting } from '@/api/generated/sdk.gen'
import { ifMatch, type Versioned } from '@/api/record'
import { FormConflict } from '@/autosave/FormConflict'
import { useGuardedSave } from '@/autosave/useGuardedSave'
import { PageHeader } from '@/components/PageHeader'
import { QueryState } from '@/components/QueryState'
import { TextLink } from '@/components/TextLink'
import { useSchemaForm } from '@/forms/useSchemaForm'
import { NotFoundPage } from '@/shell/NotFoundPage'
import {
  type ItemFields,
  ItemForm,
  itemBodyOf,
  itemFieldsOf,
  translationsAsText,
  useItemSchema,
} from './ItemForm'
import { type AgendaItem, type Meeting, meetingQuery } from './meetingQuery'

interface Props {
  meetingId: string
  itemId: string
}

const itemIn = (meeting: Meeting, itemId: string): AgendaItem | undefined =>
  meeting.agenda_items.find((item) => item.id === itemId)

export function EditItemPage({ meetingId, itemId }: Props) {
  const query = useQuery(meetingQuery(meetingId))
  return (
    <QueryState query={query}>
      {({ data }) => {
        const item = itemIn(data, itemId)
        if (!item?.actions.includes('change')) return <NotFoundPage />
        return <EditItem key={item.id} meeting={data} item={item} />
      }}
    </QueryState>
  )
}

const versioned = (item: AgendaItem): Versioned<ItemFields> => ({
  data: itemFieldsOf(item),
  etag: `"${item.revision}"`,
})

function EditItem({ meeting, item }: { meeting: Meeting; item: AgendaItem }) {
  const { t } = useTranslation('meetings')
  const { t: tAgenda } = useTranslation('agenda')
  const navigate = useNavigate()
  const form = useSchemaForm<ItemFields, ItemFields>(useItemSchema(), itemFieldsOf(item))
  const send = useMutation({
    mutationFn: ({ changes, etag }: { changes: Partial<ItemFields>; etag: string }) =>
      changeAgendaItem({
        path: { meeting_id: meeting.id, item_id: item.id },
        body: itemBodyOf(changes),
        headers: ifMatch(etag),
      }),
    onSuccess: () => navigate({ to: '/meetings/$meetingId', params: { meetingId: meeting.id } }),
  })
  const guarded = useGuardedSave<ItemFields>({
    start: versioned(item),
    save: (changes, etag) => send.mutateAsync({ changes, etag }),
    load: async () => {
      const { data } = await getMeeting({ path: { meeting_id: meeting.id } })
      return versioned(itemIn(data, item.id) ?? item)
    },
  })
  const labels: Record<keyof ItemFields, string> = {
    title: t('item.title'),
    description: t('item.description'),
    language: tAgenda('wordings.language'),
    translations: tAgenda('wordings.translations'),
    minutes: t('item.minutes'),
    leads: t('item.leads'),
    objectives: t('item.objectives'),
    champion: t('item.champion'),
    workplan_item_id: t('item.workplan_item'),
    activity_id: t('item.activity'),
    practice_id: t('item.practice'),
    process_id: t('item.process'),
    statement_id: t('item.statement'),
  }
  return (
    <>
      <PageHeader
        trail={
          <TextLink to="/meetings/$meetingId" params={{ meetingId: meeting.id }}>
            {meeting.title}
          </TextLink>
        }
        title={t('item.editTitle')}
      />
      <ItemForm
        form={form}
        linked={item}
        onSubmit={guarded.submit}
        buttons={
          <Button type="submit" variant="filled" loading={form.formState.isSubmitting}>
            {t('item.save')}
          </Button>
        }
      />
      <FormConflict
        form={form}
        conflict={guarded.conflict}
        labels={labels}
        show={(_field, value) =>
          Array.isArray(value) && typeof value[0] === 'object'
            ? translationsAsText(value as ItemFields['translations'])
            : String(value ?? '')
        }
        resolve={guarded.resolve}
      />
    </>
  )
}

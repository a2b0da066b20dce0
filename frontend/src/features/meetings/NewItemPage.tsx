import { Button } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { acceptAgendaProposal, proposeAgendaItem } from '@/api/generated/sdk.gen'
import { keptValues, useKeptForm } from '@/autosave/useKeptForm'
import { Card } from '@/components/Card'
import { EmptyState } from '@/components/EmptyState'
import { PageHeader } from '@/components/PageHeader'
import { QueryState } from '@/components/QueryState'
import { TextLink } from '@/components/TextLink'
import { applyProblemToForm } from '@/forms/applyProblem'
import { useSchemaForm } from '@/forms/useSchemaForm'
import { currentLanguage } from '@/i18n/i18n'
import { useFormat } from '@/i18n/useFormat'
import { emptyItem, type ItemFields, ItemForm, itemBodyOf, useItemSchema } from './ItemForm'
import { type Meeting, meetingQuery } from './meetingQuery'

export function NewItemPage({ meetingId }: { meetingId: string }) {
  const query = useQuery(meetingQuery(meetingId))
  return <QueryState query={query}>{({ data }) => <NewItem key={data.id} meeting={data} />}</QueryState>
}

function NewItem({ meeting }: { meeting: Meeting }) {
  const { t } = useTranslation('meetings')
  const format = useFormat()
  const isChair = meeting.actions.includes('order-agenda')
  const words = { meeting: meeting.title, date: format.weekday(meeting.starts_at) }
  return (
    <>
      <PageHeader
        trail={
          <TextLink to="/meetings/$meetingId" params={{ meetingId: meeting.id }}>
            {meeting.title}
          </TextLink>
        }
        title={t(isChair ? 'item.addTitle' : 'item.newTitle')}
        summary={t(isChair ? 'item.addSummary' : 'item.newSummary', words)}
      />
      {meeting.actions.includes('propose-item') ? (
        <NewItemForm meeting={meeting} isChair={isChair} />
      ) : (
        <Card>
          <EmptyState title={t('item.closed')} />
        </Card>
      )}
    </>
  )
}

function NewItemForm({ meeting, isChair }: { meeting: Meeting; isChair: boolean }) {
  const { t } = useTranslation('meetings')
  const { t: tCommon } = useTranslation()
  const navigate = useNavigate()
  const key = `agenda-item:new:${meeting.id}`
  const [empty] = useState(() => emptyItem(currentLanguage()))
  const form = useSchemaForm<ItemFields, ItemFields>(useItemSchema(), keptValues(key, empty))
  const { forget } = useKeptForm(form, key, empty)

  const propose = useMutation({
    mutationFn: async ({ fields, isAccepted }: { fields: ItemFields; isAccepted: boolean }) => {
      const path = { meeting_id: meeting.id }
      const { title, champion } = fields
      const body = { ...itemBodyOf(fields), title, ...(champion && { champion }) }
      const { data } = await proposeAgendaItem({ path, body })
      forget()
      if (isAccepted) await acceptAgendaProposal({ path: { ...path, item_id: data.id } })
    },
    onSuccess: () => navigate({ to: '/meetings/$meetingId', params: { meetingId: meeting.id } }),
  })
  const keepAsProposal = form.handleSubmit((fields) =>
    propose
      .mutateAsync({ fields, isAccepted: false })
      .catch((error) => applyProblemToForm(error, form, tCommon)),
  )

  return (
    <ItemForm
      form={form}
      isNew
      onSubmit={(fields) => propose.mutateAsync({ fields, isAccepted: isChair })}
      buttons={
        <>
          <Button type="submit" variant="filled" loading={propose.isPending}>
            {t(isChair ? 'item.addNow' : 'item.send')}
          </Button>
          {isChair && (
            <Button disabled={propose.isPending} onClick={keepAsProposal}>
              {t('item.asProposal')}
            </Button>
          )}
          <span style={{ color: 'var(--ink-3)', fontSize: 'var(--text-s)' }}>{t('item.kept')}</span>
        </>
      }
    />
  )
}

import { useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { changePledge, getPledge } from '@/api/generated/sdk.gen'
import { ifMatch, type Versioned, withEtag } from '@/api/record'
import { FormConflict } from '@/autosave/FormConflict'
import { useGuardedSave } from '@/autosave/useGuardedSave'
import { keptValues, useKeptForm } from '@/autosave/useKeptForm'
import { PageHeader } from '@/components/PageHeader'
import { QueryState } from '@/components/QueryState'
import { TextLink } from '@/components/TextLink'
import { useSchemaForm } from '@/forms/useSchemaForm'
import { PledgeForm } from './PledgeForm'
import { bodyOf, fieldsOf, type PledgeFields, pledgeSchema } from './pledgeFields'
import { type Pledge, pledgeQuery } from './pledgeQuery'
import { useFieldLabels } from './useFieldLabels'

export function EditPledgePage({ id }: { id: string }) {
  const query = useQuery(pledgeQuery(id))
  return <QueryState query={query}>{(start) => <Editor key={id} start={start} />}</QueryState>
}

function Editor({ start }: { start: Versioned<Pledge> }) {
  const { t } = useTranslation('pledges')
  const navigate = useNavigate()
  const labels = useFieldLabels()
  const path = { pledge_id: start.data.id }
  const params = { pledgeId: start.data.id }
  const key = `pledge:${start.data.id}`
  const [before] = useState(() => fieldsOf(start.data))
  const form = useSchemaForm<PledgeFields, PledgeFields>(pledgeSchema(t), keptValues(key, before))
  const { forget } = useKeptForm(form, key, before)
  const send = useMutation({
    mutationFn: ({ changes, etag }: { changes: Partial<PledgeFields>; etag: string }) =>
      changePledge({ path, headers: ifMatch(etag), body: bodyOf(changes) }),
    onSuccess: () => {
      forget()
      return navigate({ to: '/pledges/$pledgeId', params })
    },
  })
  const guarded = useGuardedSave<PledgeFields>({
    start: { data: before, etag: start.etag },
    save: (changes, etag) => send.mutateAsync({ changes, etag }),
    load: async () => {
      const { data, etag } = await withEtag(getPledge({ path }))
      return { data: fieldsOf(data), etag }
    },
  })
  return (
    <>
      <PageHeader
        trail={
          <TextLink to="/pledges/$pledgeId" params={params}>
            {start.data.title}
          </TextLink>
        }
        title={t('form.editTitle')}
        summary={start.data.states.some(({ voice }) => voice) && t('form.asksAgain')}
      />
      <PledgeForm form={form} submitLabel={t('form.save')} onSubmit={guarded.submit} />
      <FormConflict form={form} conflict={guarded.conflict} labels={labels} resolve={guarded.resolve} />
    </>
  )
}

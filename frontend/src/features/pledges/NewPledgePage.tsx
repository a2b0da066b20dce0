import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { createPledge } from '@/api/generated/sdk.gen'
import { keptValues, useKeptForm } from '@/autosave/useKeptForm'
import { PageHeader } from '@/components/PageHeader'
import { TextLink } from '@/components/TextLink'
import type { Start } from '@/contributions/startSearch'
import { useSchemaForm } from '@/forms/useSchemaForm'
import { currentLanguage } from '@/i18n/i18n'
import { useSession } from '@/session/useSession'
import { PledgeForm } from './PledgeForm'
import { bodyOf, emptyPledge, type PledgeFields, pledgeSchema } from './pledgeFields'

const KEY = 'pledge:new'

/** A title makes a draft, which only its makers see; it is made public from its page. */
export function NewPledgePage({ start: { process, objective } }: { start: Start }) {
  const { t } = useTranslation('pledges')
  const navigate = useNavigate()
  const namesChampion = useSession()?.champion === null
  const [empty] = useState(() => ({
    ...emptyPledge(currentLanguage()),
    processes: process ? [process] : [],
    objectives: objective ? [String(objective)] : [],
  }))
  const form = useSchemaForm<PledgeFields, PledgeFields>(pledgeSchema(t), keptValues(KEY, empty))
  const { forget } = useKeptForm(form, KEY, empty)
  const create = useMutation({
    mutationFn: (fields: PledgeFields) => createPledge({ body: bodyOf(fields) }),
    onSuccess: ({ data }) => {
      forget()
      return navigate({ to: '/pledges/$pledgeId', params: { pledgeId: data.id } })
    },
  })
  return (
    <>
      <PageHeader
        trail={<TextLink to="/pledges">{t('title')}</TextLink>}
        title={t('form.newTitle')}
        summary={t('form.newSummary')}
      />
      <PledgeForm
        form={form}
        namesChampion={namesChampion}
        submitLabel={t('form.create')}
        onSubmit={(fields) => create.mutateAsync(fields)}
      />
    </>
  )
}

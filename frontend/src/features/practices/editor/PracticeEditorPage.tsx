import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ButtonLink } from '@/components/ButtonLink'
import { EmptyState } from '@/components/EmptyState'
import { QueryState } from '@/components/QueryState'
import { currentLanguage } from '@/i18n/i18n'
import { useSession } from '@/session/useSession'
import { practiceQuery } from '../practiceQuery'
import type { FormStep } from './formSteps'
import { PracticeEditor } from './PracticeEditor'
import { fieldsWithEtag, noFields } from './practiceFields'

interface Props {
  id: string | undefined
  /** The step of the form, as the address names it. */
  step: FormStep | undefined
}

/** A new practice, or one that is there. A new one gets its address while one types, and its form stays. */
export function PracticeEditorPage({ id, step }: Props) {
  const [begun, setBegun] = useState<string>()
  const me = useSession()
  if (id && id !== begun) return <Existing key={id} id={id} step={step} />
  return (
    <PracticeEditor
      key="new"
      record={`practice:new:${me?.person.id ?? ''}`}
      begun={null}
      start={{ data: noFields(currentLanguage(), me?.champion?.iso3), etag: '' }}
      onBegin={setBegun}
      step={step}
    />
  )
}

function Existing({ id, step }: { id: string; step: FormStep | undefined }) {
  const { t } = useTranslation('practices')
  const query = useQuery({
    ...practiceQuery(id),
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnMount: 'always',
  })
  const [opened, setOpened] = useState<typeof query.data>()
  if (!opened && query.data && !query.isFetching) setOpened(query.data)
  return (
    <QueryState query={query}>
      {() => {
        if (!opened) return null
        if (!opened.data.actions.includes('change'))
          return (
            <EmptyState
              title={t('form.closedTitle')}
              action={
                <ButtonLink to="/practices/$practiceId" params={{ practiceId: id }}>
                  {t('form.back')}
                </ButtonLink>
              }
            >
              {t('form.closed')}
            </EmptyState>
          )
        return (
          <PracticeEditor
            record={`practice:${id}`}
            begun={opened.data}
            start={fieldsWithEtag(opened)}
            step={step}
          />
        )
      }}
    </QueryState>
  )
}

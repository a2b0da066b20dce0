import { useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { listCochairTermsOptions } from '@/api/generated/@tanstack/react-query.gen'
import { createCochairTerm } from '@/api/generated/sdk.gen'
import { PageHeader } from '@/components/PageHeader'
import { QueryState } from '@/components/QueryState'
import { TextLink } from '@/components/TextLink'
import { type TermValues, termBody } from './schemas'
import { TermForm } from './TermForm'

/** The form begins where the last term on record ends. */
export function NewTermPage() {
  const { t } = useTranslation('cochairs')
  const navigate = useNavigate()
  const latest = useQuery(listCochairTermsOptions({ query: { limit: 1 } }))
  const create = useMutation({
    mutationFn: (values: TermValues) => createCochairTerm({ body: termBody(values) }),
    onSuccess: () => navigate({ to: '/co-chairs' }),
  })
  return (
    <>
      <PageHeader
        title={t('form.newTitle')}
        summary={t('form.newSummary')}
        trail={<TextLink to="/co-chairs">{t('title')}</TextLink>}
      />
      <QueryState query={latest}>
        {({ items }) => (
          <TermForm
            values={{
              champions: ['', ''],
              starts_on: items[0]?.ends_on ?? '',
              ends_on: null,
              length_reason: '',
              note: '',
              source: '',
              confidence: null,
            }}
            submitLabel={t('form.create')}
            onSubmit={(values) => create.mutateAsync(values)}
          />
        )}
      </QueryState>
    </>
  )
}

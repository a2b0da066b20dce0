import { Button } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { changeWorkplan, getWorkplan } from '@/api/generated/sdk.gen'
import type { WorkplanBody } from '@/api/generated/types.gen'
import { ifMatch, type Versioned, withEtag } from '@/api/record'
import { FormConflict } from '@/autosave/FormConflict'
import { useGuardedSave } from '@/autosave/useGuardedSave'
import { ButtonLink } from '@/components/ButtonLink'
import { Card, CardBody } from '@/components/Card'
import { PageHeader } from '@/components/PageHeader'
import { QueryState } from '@/components/QueryState'
import { TextLink } from '@/components/TextLink'
import { Form, FormActions } from '@/forms/Form'
import { useSchemaForm } from '@/forms/useSchemaForm'
import { NotYours } from './NotYours'
import { PlanFormFields } from './PlanFormFields'
import { type PlanFields, planSchema } from './schemas'
import { workplanQuery } from './workplanQueries'

export function EditPlanPage({ id }: { id: string }) {
  const query = useQuery(workplanQuery(id))
  return (
    <QueryState query={query}>
      {(record) =>
        record.data.actions.includes('change') ? <EditPlan key={id} record={record} /> : <NotYours />
      }
    </QueryState>
  )
}

const withFields = ({ data, etag }: Versioned<WorkplanBody>): Versioned<PlanFields> => ({
  data: {
    title: data.title,
    introduction: data.introduction,
    starts_on: data.starts_on,
    ends_on: data.ends_on,
    is_shared_with_observers: data.is_shared_with_observers,
  },
  etag,
})

/** The form requires both days, so neither is ever emptied. */
const bodyOf = ({ starts_on, ends_on, ...fields }: Partial<PlanFields>) => ({
  ...fields,
  ...(starts_on && { starts_on }),
  ...(ends_on && { ends_on }),
})

function EditPlan({ record }: { record: Versioned<WorkplanBody> }) {
  const { t } = useTranslation(['workplan', 'common'])
  const navigate = useNavigate()
  const plan = record.data
  const path = { workplan_id: plan.id }
  const back = { to: '/workplan', search: { workplan: plan.id } } as const
  const form = useSchemaForm(planSchema(t), withFields(record).data)
  const save = useMutation({
    mutationFn: ({ data, etag }: Versioned<Partial<PlanFields>>) =>
      changeWorkplan({ path, headers: ifMatch(etag), body: bodyOf(data) }),
    onSuccess: () => navigate(back),
  })
  const guarded = useGuardedSave<PlanFields>({
    start: withFields(record),
    save: (data, etag) => save.mutateAsync({ data, etag }),
    load: async () => withFields(await withEtag(getWorkplan({ path }))),
  })

  const labels: Record<keyof PlanFields, string> = {
    title: t('form.title'),
    introduction: t('form.introduction'),
    starts_on: t('form.planStarts'),
    ends_on: t('form.planEnds'),
    is_shared_with_observers: t('form.shared'),
  }

  return (
    <>
      <PageHeader
        trail={<TextLink {...back}>{plan.title}</TextLink>}
        title={t('form.editPlan', { title: plan.title })}
      />
      <Card>
        <CardBody>
          <Form form={form} onSubmit={guarded.submit}>
            <PlanFormFields control={form.control} />
            <FormActions>
              <Button type="submit" variant="filled" loading={form.formState.isSubmitting}>
                {t('common:action.save')}
              </Button>
              <ButtonLink {...back}>{t('common:action.cancel')}</ButtonLink>
            </FormActions>
          </Form>
        </CardBody>
      </Card>
      <FormConflict form={form} conflict={guarded.conflict} labels={labels} resolve={guarded.resolve} />
    </>
  )
}

import { Button } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { changeWorkplanItem, getWorkplanItem } from '@/api/generated/sdk.gen'
import type { WorkplanItemBody } from '@/api/generated/types.gen'
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
import { ItemFormFields } from './ItemFormFields'
import { bodyOf, fieldsOf } from './itemFields'
import { NotYours } from './NotYours'
import { type ItemFields, itemSchema } from './schemas'
import { itemQuery } from './workplanQueries'

export function EditItemPage({ id }: { id: string }) {
  const query = useQuery(itemQuery(id))
  return (
    <QueryState query={query}>
      {(record) =>
        record.data.actions.includes('change') ? <EditItem key={id} record={record} /> : <NotYours />
      }
    </QueryState>
  )
}

const withFields = ({ data, etag }: Versioned<WorkplanItemBody>): Versioned<ItemFields> => ({
  data: fieldsOf(data),
  etag,
})

function EditItem({ record }: { record: Versioned<WorkplanItemBody> }) {
  const { t } = useTranslation(['workplan', 'common'])
  const navigate = useNavigate()
  const item = record.data
  const path = { item_id: item.id }
  const form = useSchemaForm(itemSchema(t), fieldsOf(item))
  const save = useMutation({
    mutationFn: ({ data, etag }: Versioned<Partial<ItemFields>>) =>
      changeWorkplanItem({ path, headers: ifMatch(etag), body: bodyOf(data) }),
    onSuccess: () => navigate({ to: '/workplan/$itemId', params: { itemId: item.id } }),
  })
  const guarded = useGuardedSave<ItemFields>({
    start: withFields(record),
    save: (data, etag) => save.mutateAsync({ data, etag }),
    load: async () => withFields(await withEtag(getWorkplanItem({ path }))),
  })

  const labels: Record<keyof ItemFields, string> = {
    title: t('form.title'),
    scope_of_work: t('form.area'),
    description: t('form.description'),
    expected_result: t('form.expectedResult'),
    lead: t('form.lead'),
    supporting: t('form.supporting'),
    objectives: t('form.objectives'),
    processes: t('form.processes'),
    starts_on: t('form.starts'),
    due_on: t('form.due'),
    status: t('form.status'),
    dropped_reason: t('form.droppedReason'),
    percentage: t('form.percentage'),
    waits_for: t('form.waitsFor'),
  }

  return (
    <>
      <PageHeader
        trail={
          <TextLink to="/workplan/$itemId" params={{ itemId: item.id }}>
            {item.title}
          </TextLink>
        }
        title={t('form.editItem', { title: item.title })}
      />
      <Card>
        <CardBody>
          <Form form={form} onSubmit={guarded.submit}>
            <ItemFormFields control={form.control} planId={item.workplan_id} itemId={item.id} />
            <FormActions>
              <Button type="submit" variant="filled" loading={form.formState.isSubmitting}>
                {t('common:action.save')}
              </Button>
              <ButtonLink to="/workplan/$itemId" params={{ itemId: item.id }}>
                {t('common:action.cancel')}
              </ButtonLink>
            </FormActions>
          </Form>
        </CardBody>
      </Card>
      <FormConflict form={form} conflict={guarded.conflict} labels={labels} resolve={guarded.resolve} />
    </>
  )
}

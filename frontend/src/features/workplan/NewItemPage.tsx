import { Button } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { createWorkplanItem } from '@/api/generated/sdk.gen'
import type { WorkplanSummary } from '@/api/generated/types.gen'
import { keptValues, useKeptForm } from '@/autosave/useKeptForm'
import { ButtonLink } from '@/components/ButtonLink'
import { Card, CardBody } from '@/components/Card'
import { PageHeader } from '@/components/PageHeader'
import { QueryState } from '@/components/QueryState'
import { TextLink } from '@/components/TextLink'
import { Form, FormActions } from '@/forms/Form'
import { useSchemaForm } from '@/forms/useSchemaForm'
import { today } from '@/time/today'
import { ItemFormFields } from './ItemFormFields'
import { bodyOf, emptyItem } from './itemFields'
import { NotYours } from './NotYours'
import { type ItemFields, itemSchema } from './schemas'
import type { Area } from './search'
import { plansQuery, planToOpen } from './workplanQueries'

interface Props {
  planId: string | undefined
  area: Area | undefined
  process: string | undefined
}

export function NewItemPage({ planId, ...start }: Props) {
  const query = useQuery(plansQuery())
  return (
    <QueryState query={query}>
      {({ items }) => {
        const plan = planToOpen(items, planId, today())
        return plan?.actions.includes('add-item') ? <NewItem plan={plan} {...start} /> : <NotYours />
      }}
    </QueryState>
  )
}

function NewItem({ plan, area, process }: Omit<Props, 'planId'> & { plan: WorkplanSummary }) {
  const { t } = useTranslation(['workplan', 'common'])
  const navigate = useNavigate()
  const [empty] = useState(() => emptyItem(area, process))
  const draft = `workplan-item:${plan.id}`
  const form = useSchemaForm(itemSchema(t), keptValues(draft, empty))
  const kept = useKeptForm(form, draft, empty)
  const create = useMutation({
    mutationFn: ({ title, scope_of_work, ...rest }: ItemFields) =>
      createWorkplanItem({
        body: {
          ...bodyOf(rest),
          workplan_id: plan.id,
          title,
          scope_of_work: scope_of_work ?? 'dialogue',
        },
      }),
    onSuccess: ({ data }) => {
      kept.forget()
      return navigate({ to: '/workplan/$itemId', params: { itemId: data.id } })
    },
  })

  return (
    <>
      <PageHeader
        trail={
          <TextLink to="/workplan" search={{ workplan: plan.id }}>
            {plan.title}
          </TextLink>
        }
        title={t('form.newItem')}
        summary={t('form.newItemSummary', { plan: plan.title })}
      />
      <Card>
        <CardBody>
          <Form form={form} onSubmit={(fields) => create.mutateAsync(fields)}>
            <ItemFormFields control={form.control} planId={plan.id} />
            <FormActions>
              <Button type="submit" variant="filled" loading={form.formState.isSubmitting}>
                {t('form.addItem')}
              </Button>
              <ButtonLink to="/workplan" search={{ workplan: plan.id }}>
                {t('common:action.cancel')}
              </ButtonLink>
            </FormActions>
          </Form>
        </CardBody>
      </Card>
    </>
  )
}

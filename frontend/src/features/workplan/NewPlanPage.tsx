import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { createWorkplan } from '@/api/generated/sdk.gen'
import { ButtonLink } from '@/components/ButtonLink'
import { Card, CardBody } from '@/components/Card'
import { PageHeader } from '@/components/PageHeader'
import { TextLink } from '@/components/TextLink'
import { Form, FormActions } from '@/forms/Form'
import { useSchemaForm } from '@/forms/useSchemaForm'
import { usePermission } from '@/session/permission'
import { NotYours } from './NotYours'
import { PlanFormFields } from './PlanFormFields'
import { type PlanFields, planSchema } from './schemas'

const EMPTY: PlanFields = {
  title: '',
  introduction: '',
  starts_on: null,
  ends_on: null,
  is_shared_with_observers: false,
}

export function NewPlanPage() {
  return usePermission('workplan:write') ? <NewPlan /> : <NotYours />
}

function NewPlan() {
  const { t } = useTranslation(['workplan', 'common'])
  const navigate = useNavigate()
  const form = useSchemaForm(planSchema(t), EMPTY)
  const create = useMutation({
    mutationFn: ({ starts_on, ends_on, ...fields }: PlanFields) =>
      createWorkplan({ body: { ...fields, starts_on: starts_on ?? '', ends_on: ends_on ?? '' } }),
    onSuccess: ({ data }) => navigate({ to: '/workplan', search: { workplan: data.id } }),
  })

  return (
    <>
      <PageHeader
        trail={<TextLink to="/workplan">{t('title')}</TextLink>}
        title={t('form.newPlan')}
        summary={t('form.newPlanSummary')}
      />
      <Card>
        <CardBody>
          <Form form={form} onSubmit={(fields) => create.mutateAsync(fields)}>
            <PlanFormFields control={form.control} />
            <FormActions>
              <Button type="submit" variant="filled" loading={form.formState.isSubmitting}>
                {t('form.startPlan')}
              </Button>
              <ButtonLink to="/workplan">{t('common:action.cancel')}</ButtonLink>
            </FormActions>
          </Form>
        </CardBody>
      </Card>
    </>
  )
}

import { Button, Modal } from '@mantine/core'
import { useInfiniteQuery, useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { rollOverWorkplan } from '@/api/generated/sdk.gen'
import type { WorkplanSummary } from '@/api/generated/types.gen'
import { itemsOf } from '@/api/page'
import { ifMatch } from '@/api/record'
import { SelectField } from '@/forms/choiceFields'
import { DateField } from '@/forms/DateField'
import { Form, FormActions } from '@/forms/Form'
import { TextField } from '@/forms/textFields'
import { useSchemaForm } from '@/forms/useSchemaForm'
import { NEW_PLAN, type RollOverFields, rollOverSchema } from './rollOverSchema'
import { isFinished } from './useItemWords'
import { itemsQuery, plansQuery } from './workplanQueries'

interface Props {
  plan: WorkplanSummary
  onClose: () => void
}

/** Says what is unfinished, and asks where it goes on: in another plan, or in a new one. */
export function RollOverDialog({ plan, onClose }: Props) {
  const { t } = useTranslation(['workplan', 'common'])
  const navigate = useNavigate()
  const plans = useQuery(plansQuery()).data?.items ?? []
  const items = useInfiniteQuery(itemsQuery({ workplan_id: plan.id, sort: 'due_on' }))
  const unfinished = items.data
    ? itemsOf(items.data).filter((item) => !isFinished(item) && !item.is_rolled_over)
    : []
  const form = useSchemaForm(rollOverSchema(t), {
    into: NEW_PLAN,
    title: '',
    starts_on: dayAfter(plan.ends_on),
    ends_on: null,
  })
  const isNew = useWatch({ control: form.control, name: 'into' }) === NEW_PLAN
  const rollOver = useMutation({
    mutationFn: ({ into, title, starts_on, ends_on }: RollOverFields) =>
      rollOverWorkplan({
        path: { workplan_id: plan.id },
        headers: ifMatch(`"${plan.revision}"`),
        body: {
          into: into === NEW_PLAN ? { title, starts_on: starts_on ?? '', ends_on: ends_on ?? '' } : into,
        },
      }),
    onSuccess: ({ data }) => {
      onClose()
      return navigate({ to: '/workplan', search: { workplan: data.workplan.id } })
    },
  })
  const open = plans.filter((other) => other.id !== plan.id && other.status !== 'closed')

  return (
    <Modal opened onClose={onClose} title={t('plan.rollOverTitle', { title: plan.title })}>
      {items.data && unfinished.length === 0 ? (
        <p>{t('plan.rollOverNothing')}</p>
      ) : (
        <>
          <p>{t('plan.rollOverWhat')}</p>
          <p>{t('plan.rollOverCount', { count: unfinished.length })}</p>
          <ul>
            {unfinished.map((item) => (
              <li key={item.id}>{item.title}</li>
            ))}
          </ul>
          <Form form={form} onSubmit={(fields) => rollOver.mutateAsync(fields)}>
            <SelectField
              control={form.control}
              name="into"
              label={t('plan.rollOverInto')}
              choices={[
                { value: NEW_PLAN, label: t('plan.rollOverNew') },
                ...open.map(({ id, title }) => ({ value: id, label: title })),
              ]}
            />
            {isNew && (
              <>
                <TextField
                  control={form.control}
                  name="title"
                  label={t('form.title')}
                  help={t('form.planTitleHelp')}
                  maxLength={200}
                />
                <DateField control={form.control} name="starts_on" label={t('form.planStarts')} />
                <DateField control={form.control} name="ends_on" label={t('form.planEnds')} />
              </>
            )}
            <FormActions>
              <Button type="submit" variant="filled" loading={form.formState.isSubmitting}>
                {t('plan.rollOverConfirm')}
              </Button>
              <Button onClick={onClose}>{t('common:action.cancel')}</Button>
            </FormActions>
          </Form>
        </>
      )}
    </Modal>
  )
}

function dayAfter(day: string): string {
  const next = new Date(`${day}T00:00:00Z`)
  next.setUTCDate(next.getUTCDate() + 1)
  return next.toISOString().slice(0, 10)
}

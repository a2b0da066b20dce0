import { Button, Modal } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { adoptWorkplan } from '@/api/generated/sdk.gen'
import type { WorkplanSummary } from '@/api/generated/types.gen'
import { ifMatch } from '@/api/record'
import { DateField } from '@/forms/DateField'
import { Form, FormActions } from '@/forms/Form'
import { useSchemaForm } from '@/forms/useSchemaForm'
import { adoptionSchema } from './schemas'

interface Props {
  plan: WorkplanSummary
  onClose: () => void
}

/** Asks on which day the Champions adopted the plan. */
export function AdoptDialog({ plan, onClose }: Props) {
  const { t } = useTranslation(['workplan', 'common'])
  const today = new Date().toISOString().slice(0, 10)
  const form = useSchemaForm(adoptionSchema(), { adopted_on: today })
  const adopt = useMutation({
    mutationFn: (body: { adopted_on: string | null }) =>
      adoptWorkplan({ path: { workplan_id: plan.id }, headers: ifMatch(`"${plan.revision}"`), body }),
    onSuccess: onClose,
  })

  return (
    <Modal opened onClose={onClose} title={t('plan.adoptTitle', { title: plan.title })}>
      <p>{t('plan.adoptWhat')}</p>
      <Form form={form} onSubmit={(body) => adopt.mutateAsync(body)}>
        <DateField
          control={form.control}
          name="adopted_on"
          label={t('plan.adoptedOn')}
          help={t('plan.adoptedOnHelp')}
          max={today}
        />
        <FormActions>
          <Button type="submit" variant="filled" loading={form.formState.isSubmitting}>
            {t('plan.adopt')}
          </Button>
          <Button onClick={onClose}>{t('common:action.cancel')}</Button>
        </FormActions>
      </Form>
    </Modal>
  )
}

import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { reportWorkplanItemProgress } from '@/api/generated/sdk.gen'
import type { WorkplanItemBody } from '@/api/generated/types.gen'
import { keptValues, useKeptForm } from '@/autosave/useKeptForm'
import { SelectField } from '@/forms/choiceFields'
import { Form, FormActions } from '@/forms/Form'
import { NumberField } from '@/forms/NumberField'
import { TextAreaField } from '@/forms/TextAreaField'
import { useSchemaForm } from '@/forms/useSchemaForm'
import { addressesIn, reportSchema } from './schemas'
import { type ItemStatus, STATUSES } from './search'
import { UpdateDetails } from './UpdateDetails'

interface Report {
  text: string
  what_next: string
  evidence: string
  status: ItemStatus | null
  percentage: number | null
}

const EMPTY: Report = { text: '', what_next: '', evidence: '', status: null, percentage: null }

/** A few words and perhaps a new state. What is typed stays on this device until it is sent. */
export function ReportForm({ item }: { item: WorkplanItemBody }) {
  const { t } = useTranslation('workplan')
  const draft = `workplan-report:${item.id}`
  const form = useSchemaForm(reportSchema(t), keptValues(draft, EMPTY))
  const kept = useKeptForm(form, draft, EMPTY)
  const report = useMutation({
    mutationFn: ({ evidence, ...body }: Report) =>
      reportWorkplanItemProgress({
        path: { item_id: item.id },
        body: { ...body, evidence: addressesIn(evidence) },
      }),
    onSuccess: () => {
      form.reset(EMPTY)
      kept.forget()
    },
  })

  return (
    <Form form={form} onSubmit={(body) => report.mutateAsync(body)}>
      <TextAreaField
        control={form.control}
        name="text"
        label={t('report.text')}
        help={t('report.textHelp')}
        maxLength={10_000}
        minRows={2}
      />
      <UpdateDetails control={form.control} />
      <SelectField
        control={form.control}
        name="status"
        label={t('report.status')}
        help={t('report.unchanged', { status: t(`status.${item.status}`) })}
        choices={STATUSES.map((value) => ({ value, label: t(`status.${value}`) }))}
        optional
      />
      <NumberField
        control={form.control}
        name="percentage"
        label={t('form.percentage')}
        min={0}
        max={100}
        step={5}
        optional
      />
      <FormActions>
        <Button type="submit" variant="filled" loading={form.formState.isSubmitting}>
          {t('report.send')}
        </Button>
      </FormActions>
    </Form>
  )
}

import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import * as z from 'zod/mini'
import { reportOnActionItem } from '@/api/generated/sdk.gen'
import { keptValues, useKeptForm } from '@/autosave/useKeptForm'
import { DateField } from '@/forms/DateField'
import { Form, FormActions } from '@/forms/Form'
import { TextAreaField } from '@/forms/TextAreaField'
import { useSchemaForm } from '@/forms/useSchemaForm'
import type { ActionItem } from './actionItemQuery'

interface Report {
  text: string
  asked_due_on: string | null
}

const EMPTY: Report = { text: '', asked_due_on: null }

/** How it stands and, where more time is needed, until when. What is typed stays on this device until it is sent. */
export function ReportForm({ item }: { item: ActionItem }) {
  const { t } = useTranslation('actionitems')
  const draft = `action-item-report:${item.id}`
  const schema = z.object({
    text: z.string().check(z.trim(), z.minLength(1, t('report.textRequired'))),
    asked_due_on: z.nullable(z.string()),
  })
  const form = useSchemaForm(schema, keptValues(draft, EMPTY))
  const kept = useKeptForm(form, draft, EMPTY)
  const report = useMutation({
    mutationFn: (body: Report) => reportOnActionItem({ path: { action_item_id: item.id }, body }),
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
      {item.actions.includes('ask-date') && (
        <DateField
          control={form.control}
          name="asked_due_on"
          label={t('report.askedDueOn')}
          help={t('report.askedDueOnHelp')}
          optional
        />
      )}
      <FormActions>
        <Button type="submit" variant="filled" loading={form.formState.isSubmitting}>
          {t('report.send')}
        </Button>
      </FormActions>
    </Form>
  )
}

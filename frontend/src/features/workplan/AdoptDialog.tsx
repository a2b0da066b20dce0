import { Button, Modal } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { listMeetingDecisionsOptions, listMeetingsOptions } from '@/api/generated/@tanstack/react-query.gen'
import { adoptWorkplan } from '@/api/generated/sdk.gen'
import type { WorkplanSummary } from '@/api/generated/types.gen'
import { ifMatch } from '@/api/record'
import { SelectField } from '@/forms/choiceFields'
import { DateField } from '@/forms/DateField'
import { Form, FormActions } from '@/forms/Form'
import { useSchemaForm } from '@/forms/useSchemaForm'
import { useFormat } from '@/i18n/useFormat'
import { today } from '@/time/today'
import { adoptionSchema } from './schemas'

interface Props {
  plan: WorkplanSummary
  onClose: () => void
}

interface Adoption {
  adopted_on: string | null
  meeting_id: string | null
  decision_id: string | null
}

const HELD = ['held', 'minutes_circulated', 'closed'] as const

/** Asks at which meeting, by which decision and on which day the Champions adopted the plan. */
export function AdoptDialog({ plan, onClose }: Props) {
  const { t } = useTranslation(['workplan', 'common'])
  const format = useFormat()
  const form = useSchemaForm(adoptionSchema(), { adopted_on: today(), meeting_id: null, decision_id: null })
  const meetingId = useWatch({ control: form.control, name: 'meeting_id' })
  const held = useQuery(listMeetingsOptions({ query: { sort: '-starts_at', limit: 25, status: [...HELD] } }))
  const meetings = held.data?.items ?? []
  const decisions = useQuery({
    ...listMeetingDecisionsOptions({ path: { meeting_id: meetingId ?? '' }, query: { limit: 100 } }),
    enabled: meetingId !== null,
  })
  const day = meetings.find(({ id }) => id === meetingId)?.starts_at.slice(0, 10)
  useEffect(() => {
    form.setValue('decision_id', null)
    if (day) form.setValue('adopted_on', day)
  }, [day, form])
  const adopt = useMutation({
    mutationFn: (body: Adoption) =>
      adoptWorkplan({ path: { workplan_id: plan.id }, headers: ifMatch(`"${plan.revision}"`), body }),
    onSuccess: onClose,
  })

  return (
    <Modal opened onClose={onClose} title={t('plan.adoptTitle', { title: plan.title })}>
      <p>{t('plan.adoptWhat')}</p>
      <Form form={form} onSubmit={(body) => adopt.mutateAsync(body)}>
        <SelectField
          control={form.control}
          name="meeting_id"
          label={t('plan.adoptedAt')}
          choices={meetings.map(({ id, title, starts_at }) => ({
            value: id,
            label: `${title}, ${format.date(starts_at)}`,
          }))}
          optional
        />
        {meetingId && (
          <SelectField
            control={form.control}
            name="decision_id"
            label={t('plan.adoptedBy')}
            choices={(decisions.data?.items ?? []).map(({ id, number, text }) => ({
              value: id,
              label: `${number}. ${text}`,
            }))}
            optional
          />
        )}
        <DateField
          control={form.control}
          name="adopted_on"
          label={t('plan.adoptedOn')}
          help={t('plan.adoptedOnHelp')}
          max={today()}
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

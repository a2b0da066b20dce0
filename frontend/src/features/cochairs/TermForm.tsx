import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { listChampionsOptions } from '@/api/generated/@tanstack/react-query.gen'
import { ButtonLink } from '@/components/ButtonLink'
import { Card, CardBody } from '@/components/Card'
import { SelectField } from '@/forms/choiceFields'
import { DateField } from '@/forms/DateField'
import { Form, FormActions } from '@/forms/Form'
import { TextAreaField } from '@/forms/TextAreaField'
import { TextField } from '@/forms/textFields'
import { useSchemaForm } from '@/forms/useSchemaForm'
import { useFormat } from '@/i18n/useFormat'
import { isOfAnotherLength, type TermValues, termSchema } from './schemas'
import { sixMonthsAfter } from './sixMonths'

interface Props {
  values: TermValues
  submitLabel: string
  onSubmit: (values: TermValues) => Promise<unknown>
}

/** Two champions and a first day; the reason is asked for as soon as the length needs one. */
export function TermForm({ values, submitLabel, onSubmit }: Props) {
  const { t, i18n } = useTranslation(['cochairs', 'common'])
  const format = useFormat()
  const form = useSchemaForm(termSchema(t), values)
  const champions = useQuery(listChampionsOptions({ query: { limit: 100 } })).data?.items ?? []
  const choices = champions
    .map(({ iso3, name }) => ({ value: iso3, label: name }))
    .sort((one, other) => one.label.localeCompare(other.label, i18n.language))
  const [starts_on, ends_on] = useWatch({ control: form.control, name: ['starts_on', 'ends_on'] })

  return (
    <Card>
      <CardBody>
        <Form form={form} onSubmit={onSubmit}>
          <SelectField control={form.control} name="champions.0" label={t('form.first')} choices={choices} />
          <SelectField control={form.control} name="champions.1" label={t('form.second')} choices={choices} />
          <DateField
            control={form.control}
            name="starts_on"
            label={t('form.startsOn')}
            help={t('form.startsOnHelp')}
          />
          <DateField
            control={form.control}
            name="ends_on"
            label={t('form.endsOn')}
            help={
              starts_on
                ? t('form.endsOnHelp', { date: format.date(sixMonthsAfter(starts_on)) })
                : t('form.endsOnHelpEmpty')
            }
            optional
          />
          {isOfAnotherLength({ starts_on, ends_on }) && (
            <TextField
              control={form.control}
              name="length_reason"
              label={t('form.lengthReason')}
              help={t('form.lengthReasonHelp')}
              maxLength={300}
            />
          )}
          <TextAreaField
            control={form.control}
            name="note"
            label={t('form.note')}
            help={t('form.noteHelp')}
            maxLength={10_000}
            optional
          />
          <TextField
            control={form.control}
            name="source"
            label={t('form.source')}
            help={t('form.sourceHelp')}
            maxLength={300}
            optional
          />
          <SelectField
            control={form.control}
            name="confidence"
            label={t('form.confidence')}
            choices={(['read', 'recalled'] as const).map((value) => ({
              value,
              label: t(`form.confidenceValue.${value}`),
            }))}
            optional
          />
          <FormActions>
            <Button type="submit" variant="filled" loading={form.formState.isSubmitting}>
              {submitLabel}
            </Button>
            <ButtonLink to="/co-chairs">{t('common:action.cancel')}</ButtonLink>
          </FormActions>
        </Form>
      </CardBody>
    </Card>
  )
}

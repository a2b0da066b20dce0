import { Button } from '@mantine/core'
import type { DefaultValues } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { ButtonLink } from '@/components/ButtonLink'
import { Card, CardBody } from '@/components/Card'
import { SelectField } from '@/forms/choiceFields'
import { DateField } from '@/forms/DateField'
import { Form, FormActions } from '@/forms/Form'
import { TextAreaField } from '@/forms/TextAreaField'
import { TextField } from '@/forms/textFields'
import { useSchemaForm } from '@/forms/useSchemaForm'
import { COMMISSIONS, KINDS } from './processSearch'
import { type ProcessValues, processSchema } from './schemas'

interface Props {
  values: DefaultValues<ProcessValues>
  submitLabel: string
  onSubmit: (values: ProcessValues) => Promise<unknown>
}

export function ProcessForm({ values, submitLabel, onSubmit }: Props) {
  const { t } = useTranslation(['processes', 'common'])
  const form = useSchemaForm(processSchema(t), values)
  const { control } = form
  return (
    <Card>
      <CardBody>
        <Form form={form} onSubmit={onSubmit}>
          <SelectField
            control={control}
            name="kind"
            label={t('form.kind')}
            choices={KINDS.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
          />
          <TextField control={control} name="title" label={t('form.title')} maxLength={200} />
          <TextAreaField
            control={control}
            name="about"
            label={t('form.about')}
            help={t('form.aboutHelp')}
            maxLength={10_000}
            optional
          />
          <DateField control={control} name="starts_on" label={t('form.startsOn')} />
          <DateField
            control={control}
            name="ends_on"
            label={t('form.endsOn')}
            help={t('form.endsOnHelp')}
            optional
          />
          <TextField control={control} name="place" label={t('form.place')} maxLength={300} optional />
          <SelectField
            control={control}
            name="commission"
            label={t('form.commission')}
            help={t('form.commissionHelp')}
            choices={COMMISSIONS.map((commission) => ({ value: commission, label: commission }))}
            optional
          />
          <TextField
            control={control}
            name="round"
            label={t('form.round')}
            help={t('form.roundHelp')}
            maxLength={2}
            optional
          />
          <TextAreaField
            control={control}
            name="outcome"
            label={t('form.outcome')}
            help={t('form.outcomeHelp')}
            maxLength={10_000}
            optional
          />
          <TextField
            control={control}
            name="link"
            type="url"
            label={t('form.link')}
            maxLength={500}
            optional
          />
          <TextField
            control={control}
            name="source"
            label={t('form.source')}
            help={t('form.sourceHelp')}
            maxLength={300}
            optional
          />
          <SelectField
            control={control}
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
            <ButtonLink to="/processes">{t('common:action.cancel')}</ButtonLink>
          </FormActions>
        </Form>
      </CardBody>
    </Card>
  )
}

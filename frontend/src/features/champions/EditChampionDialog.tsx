import { Button, Modal } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { changeChampion } from '@/api/generated/sdk.gen'
import type { ChampionChange } from '@/api/generated/types.gen'
import { ifMatch, type Versioned } from '@/api/record'
import { MultiSelectField, SelectField } from '@/forms/choiceFields'
import { DateField } from '@/forms/DateField'
import { Form, FormActions } from '@/forms/Form'
import { TextAreaField } from '@/forms/TextAreaField'
import { TextField } from '@/forms/textFields'
import { useSchemaForm } from '@/forms/useSchemaForm'
import { usePermission } from '@/session/permission'
import { useTerms } from '@/vocabularies/useTerms'
import type { Champion } from './championQuery'
import { COMMISSIONS } from './championSearch'
import { describeSchema, recordSchema } from './schemas'

interface Props {
  record: Versioned<Champion>
  opened: boolean
  onClose: () => void
}

/** A champion's people describe it; the secretariat keeps the whole record. */
export function EditChampionDialog(props: Props) {
  const { t } = useTranslation('champions')
  const keepsRecord = usePermission('champions:write')
  return (
    <Modal
      opened={props.opened}
      onClose={props.onClose}
      size="lg"
      title={t('form.editTitle', { champion: props.record.data.name })}
    >
      {keepsRecord ? <RecordForm {...props} /> : <DescribeForm {...props} />}
    </Modal>
  )
}

function useChange({ record, onClose }: Props) {
  const { data, etag } = record
  return useMutation({
    mutationFn: (body: ChampionChange) =>
      changeChampion({ path: { champion_id: data.id }, body, headers: ifMatch(etag) }),
    onSuccess: onClose,
  })
}

const describedOf = ({ about, objectives }: Champion) => ({ about, objectives: objectives.map(String) })

function DescribeForm(props: Props) {
  const change = useChange(props)
  const form = useSchemaForm(describeSchema(), describedOf(props.record.data))
  return (
    <Form
      form={form}
      onSubmit={({ about, objectives }) => change.mutateAsync({ about, objectives: objectives.map(Number) })}
    >
      <TextAreaField
        {...useAboutField()}
        control={form.control}
        name="about"
        minRows={4}
        maxLength={10_000}
        optional
      />
      <MultiSelectField {...useObjectivesField()} control={form.control} name="objectives" optional />
      <Buttons isSubmitting={form.formState.isSubmitting} onCancel={props.onClose} />
    </Form>
  )
}

function RecordForm(props: Props) {
  const { t } = useTranslation('champions')
  const change = useChange(props)
  const { joined_on, joined_precision, commissions, review_region, source, confidence } = props.record.data
  const form = useSchemaForm(recordSchema(t), {
    ...describedOf(props.record.data),
    joined_on,
    joined_precision,
    commissions,
    review_region,
    source: source ?? '',
    confidence,
  })
  const choices = COMMISSIONS.map((commission) => ({ value: commission, label: commission }))
  return (
    <Form
      form={form}
      onSubmit={({ objectives, source: from, ...values }) =>
        change.mutateAsync({ ...values, objectives: objectives.map(Number), source: from || null })
      }
    >
      <TextAreaField
        {...useAboutField()}
        control={form.control}
        name="about"
        minRows={4}
        maxLength={10_000}
        optional
      />
      <MultiSelectField {...useObjectivesField()} control={form.control} name="objectives" optional />
      <DateField
        control={form.control}
        name="joined_on"
        label={t('form.joinedOn')}
        help={t('form.joinedOnHelp')}
        optional
      />
      <SelectField
        control={form.control}
        name="joined_precision"
        label={t('form.joinedPrecision')}
        choices={(['day', 'month'] as const).map((value) => ({ value, label: t(`form.precision.${value}`) }))}
      />
      <MultiSelectField
        control={form.control}
        name="commissions"
        label={t('form.commissions')}
        help={t('form.commissionsHelp')}
        choices={choices}
      />
      <SelectField
        control={form.control}
        name="review_region"
        label={t('form.reviewRegion')}
        choices={choices}
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
      <Buttons isSubmitting={form.formState.isSubmitting} onCancel={props.onClose} />
    </Form>
  )
}

function useAboutField() {
  const { t } = useTranslation('champions')
  return { label: t('form.about'), help: t('form.aboutHelp') }
}

function useObjectivesField() {
  const { t } = useTranslation('champions')
  const choices = useTerms('objectives').map(({ key, number, short }) => ({
    value: key,
    label: `${number} ${short}`,
  }))
  return { label: t('form.objectives'), help: t('form.objectivesHelp'), choices }
}

function Buttons({ isSubmitting, onCancel }: { isSubmitting: boolean; onCancel: () => void }) {
  const { t } = useTranslation(['champions', 'common'])
  return (
    <FormActions>
      <Button type="submit" variant="filled" loading={isSubmitting}>
        {t('form.save')}
      </Button>
      <Button onClick={onCancel}>{t('common:action.cancel')}</Button>
    </FormActions>
  )
}

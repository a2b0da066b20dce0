import { type Control, useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { MultiSelectField, SelectField } from '@/forms/choiceFields'
import { DateField } from '@/forms/DateField'
import { NumberField } from '@/forms/NumberField'
import { TextAreaField } from '@/forms/TextAreaField'
import { TextField } from '@/forms/textFields'
import classes from './ItemFormFields.module.css'
import type { ItemFields } from './schemas'
import { STATUSES } from './search'
import { useAreas } from './useAreas'
import { useChampionChoices, useItemChoices, useObjectiveChoices, useProcessChoices } from './useChoices'

interface Props {
  control: Control<ItemFields, unknown, ItemFields>
  planId: string
  /** The item that is changed: it does not wait for itself. */
  itemId?: string
}

/** Title and area first: they are enough. */
export function ItemFormFields({ control, planId, itemId }: Props) {
  const { t } = useTranslation('workplan')
  const areas = useAreas()
  const champions = useChampionChoices()
  const others = useItemChoices(planId).filter(({ value }) => value !== itemId)
  const status = useWatch({ control, name: 'status' })
  return (
    <>
      <TextField
        control={control}
        name="title"
        label={t('form.title')}
        help={t('form.titleHelp')}
        maxLength={200}
      />
      <SelectField
        control={control}
        name="scope_of_work"
        label={t('form.area')}
        help={t('form.areaHelp')}
        choices={areas.map(({ key, name }) => ({ value: key, label: name }))}
      />
      <TextAreaField
        control={control}
        name="description"
        label={t('form.description')}
        help={t('form.descriptionHelp')}
        maxLength={10_000}
        optional
      />
      <TextAreaField
        control={control}
        name="expected_result"
        label={t('form.expectedResult')}
        help={t('form.expectedResultHelp')}
        maxLength={2000}
        minRows={2}
        optional
      />
      <SelectField
        control={control}
        name="lead"
        label={t('form.lead')}
        help={t('form.leadHelp')}
        choices={champions}
        optional
      />
      <MultiSelectField
        control={control}
        name="supporting"
        label={t('form.supporting')}
        help={t('form.supportingHelp')}
        choices={champions}
        optional
      />
      <div className={classes.pair}>
        <DateField control={control} name="starts_on" label={t('form.starts')} optional />
        <DateField control={control} name="due_on" label={t('form.due')} optional />
      </div>
      <SelectField
        control={control}
        name="status"
        label={t('form.status')}
        choices={STATUSES.map((value) => ({ value, label: t(`status.${value}`) }))}
      />
      {status === 'dropped' && (
        <TextAreaField
          control={control}
          name="dropped_reason"
          label={t('form.droppedReason')}
          maxLength={10_000}
          minRows={2}
        />
      )}
      <NumberField
        control={control}
        name="percentage"
        label={t('form.percentage')}
        help={t('form.percentageHelp')}
        min={0}
        max={100}
        step={5}
        optional
      />
      <MultiSelectField
        control={control}
        name="waits_for"
        label={t('form.waitsFor')}
        help={t('form.waitsForHelp')}
        choices={others}
        optional
      />
      <MultiSelectField
        control={control}
        name="objectives"
        label={t('form.objectives')}
        choices={useObjectiveChoices()}
        optional
      />
      <MultiSelectField
        control={control}
        name="processes"
        label={t('form.processes')}
        choices={useProcessChoices()}
        optional
      />
    </>
  )
}

import type { Control } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { CheckboxField } from '@/forms/choiceFields'
import { DateField } from '@/forms/DateField'
import { TextAreaField } from '@/forms/TextAreaField'
import { TextField } from '@/forms/textFields'
import classes from './ItemFormFields.module.css'
import type { PlanFields } from './schemas'

interface Props {
  control: Control<PlanFields, unknown, PlanFields>
}

export function PlanFormFields({ control }: Props) {
  const { t } = useTranslation('workplan')
  return (
    <>
      <TextField
        control={control}
        name="title"
        label={t('form.title')}
        help={t('form.planTitleHelp')}
        maxLength={200}
      />
      <div className={classes.pair}>
        <DateField control={control} name="starts_on" label={t('form.planStarts')} />
        <DateField control={control} name="ends_on" label={t('form.planEnds')} />
      </div>
      <TextAreaField
        control={control}
        name="introduction"
        label={t('form.introduction')}
        maxLength={10_000}
        optional
      />
      <CheckboxField control={control} name="is_shared_with_observers" label={t('form.shared')} />
    </>
  )
}

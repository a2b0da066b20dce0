import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { changeJointProgramme, createJointProgramme } from '@/api/generated/sdk.gen'
import type { ProgrammeBody } from '@/api/generated/types.gen'
import { ifMatch } from '@/api/record'
import { MultiSelectField, SelectField } from '@/forms/choiceFields'
import { DateField } from '@/forms/DateField'
import { NumberField } from '@/forms/NumberField'
import { TextAreaField } from '@/forms/TextAreaField'
import { TextField } from '@/forms/textFields'
import { useSchemaForm } from '@/forms/useSchemaForm'
import { EntryDialog, EntryForm } from './EntryDialog'
import { bodyOf, fieldsOf, type ProgrammeFields, programmeSchema, STAGES } from './programmeFields'
import { useMechanismChoices } from './useMechanismChoices'

interface Props {
  /** The one that is changed; without it a new one is added. */
  programme?: ProgrammeBody
  opened: boolean
  onClose: () => void
}

export function ProgrammeDialog({ opened, ...props }: Props) {
  const { t } = useTranslation('mechanism')
  const title = props.programme ? t('programmes.changeTitle') : t('programmes.add')
  return (
    <EntryDialog title={title} opened={opened} onClose={props.onClose}>
      <ProgrammeForm {...props} />
    </EntryDialog>
  )
}

function ProgrammeForm({ programme, onClose }: Omit<Props, 'opened'>) {
  const { t } = useTranslation('mechanism')
  const choices = useMechanismChoices()
  const form = useSchemaForm(programmeSchema(t), fieldsOf(programme))
  const save = useMutation({
    mutationFn: async (fields: ProgrammeFields) => {
      const { title, champion } = fields
      if (!programme) return createJointProgramme({ body: { ...bodyOf(fields), title, champion } })
      const headers = ifMatch(`"${programme.revision}"`)
      return changeJointProgramme({ path: { record_id: programme.id }, body: bodyOf(fields), headers })
    },
    onSuccess: onClose,
  })
  const { control } = form
  return (
    <EntryForm form={form} onSubmit={(fields) => save.mutateAsync(fields)} onClose={onClose}>
      <TextField control={control} name="title" label={t('titleField')} maxLength={200} />
      <TextAreaField control={control} name="summary" label={t('summaryField')} maxLength={10_000} optional />
      <SelectField
        control={control}
        name="stage"
        label={t('programmes.stage.label')}
        choices={STAGES.map((value) => ({ value, label: t(`programmes.stage.${value}`) }))}
      />
      {(['propose', 'host', 'fund'] as const).map((part) => (
        <MultiSelectField
          key={part}
          control={control}
          name={part}
          label={t(`programmes.${part}`)}
          choices={choices.champions}
          optional
        />
      ))}
      <MultiSelectField
        control={control}
        name="countries"
        label={t('programmes.countries')}
        choices={choices.countries}
        optional
      />
      <MultiSelectField
        control={control}
        name="objectives"
        label={t('objectives')}
        choices={choices.objectives}
        optional
      />
      <NumberField control={control} name="amount_usd" label={t('programmes.amount')} min={1} optional />
      <DateField control={control} name="starts_on" label={t('programmes.startsOn')} optional />
      <DateField control={control} name="ends_on" label={t('programmes.endsOn')} optional />
      <TextField control={control} name="link" type="url" label={t('link')} maxLength={500} optional />
      {choices.namesChampion && !programme && (
        <SelectField
          control={control}
          name="champion"
          label={t('champion')}
          help={t('championHelp')}
          choices={choices.champions}
          optional
        />
      )}
      <SelectField
        control={control}
        name="visibility"
        label={t('visibility.label')}
        choices={choices.visibilities}
      />
    </EntryForm>
  )
}

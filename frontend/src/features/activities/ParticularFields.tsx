import { type Control, useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import type { Particulars } from '@/api/generated/types.gen'
import { MultiSelectField, SelectField } from '@/forms/choiceFields'
import { NumberField } from '@/forms/NumberField'
import { TextField } from '@/forms/textFields'
import type { ActivityFields } from './activityFields'
import { useActivityChoices } from './useActivityChoices'

const MECHANISMS = ['migration_mptf', 'migration_network_hub'] as const
const STAGES = ['development', 'consultation', 'testing', 'translation', 'rollout'] as const
const CHANNELS = ['press', 'social_media', 'website', 'film', 'exhibition'] as const

export type Particular = keyof Particulars

interface Props {
  control: Control<ActivityFields>
  /** What the activity's kind asks for, as the server says. */
  fields: readonly string[]
}

/** The few fields that the kind of an activity asks for. */
export function ParticularFields({ control, fields }: Props) {
  const choices = useActivityChoices()
  const { t } = useTranslation('activities')
  const kind = useWatch({ control, name: 'kind' })
  return (
    <>
      {fields.map((field) => (
        <ParticularField key={field} control={control} field={field as Particular} />
      ))}
      {kind === 'joint_statements_events' && (
        <SelectField
          control={control}
          name="statement_id"
          label={t('statement')}
          help={t('field.statementHelp')}
          choices={choices.statements}
          optional
        />
      )}
    </>
  )
}

function ParticularField({ control, field }: { control: Control<ActivityFields>; field: Particular }) {
  const { t } = useTranslation('activities')
  const choices = useActivityChoices()
  const name = `particulars.${field}` as const
  const shared = { control, label: t(`particular.${field}`), optional: true }
  switch (name) {
    case 'particulars.mechanism':
      return (
        <SelectField
          {...shared}
          name={name}
          choices={MECHANISMS.map((value) => ({ value, label: t(`mechanism.${value}`) }))}
        />
      )
    case 'particulars.stage':
      return (
        <SelectField
          {...shared}
          name={name}
          choices={STAGES.map((value) => ({ value, label: t(`stage.${value}`) }))}
        />
      )
    case 'particulars.channels':
      return (
        <MultiSelectField
          {...shared}
          name={name}
          choices={CHANNELS.map((value) => ({ value, label: t(`channel.${value}`) }))}
        />
      )
    case 'particulars.invited_states':
      return <MultiSelectField {...shared} name={name} choices={choices.states} />
    case 'particulars.pledges_sought':
      return <NumberField {...shared} name={name} min={1} max={1000} />
    default:
      return <TextField {...shared} name={name} maxLength={300} />
  }
}

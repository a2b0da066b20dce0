import type { Control } from 'react-hook-form'
import { useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { CheckboxField, SelectField } from '@/forms/choiceFields'
import { TextField } from '@/forms/textFields'
import { LANGUAGES } from '@/i18n/languages'
import { DUTY_STATIONS, STANDINGS } from './peopleSearch'
import type { PersonFields } from './schemas'
import { useChampionChoices } from './useChampionChoices'
import { useIsSecretariat } from './useIsSecretariat'

const LANGUAGE_CHOICES = Object.entries(LANGUAGES).map(([value, label]) => ({ value, label }))

interface Props {
  control: Control<PersonFields, unknown, PersonFields>
  /** Whether the address may be written: always of somebody new, later by the secretariat only. */
  withAddress: boolean
}

/** Who somebody is. Standing and champion are the secretariat's to choose. */
export function PersonFormFields({ control, withAddress }: Props) {
  const { t } = useTranslation('administration')
  const isSecretariat = useIsSecretariat()
  const champions = useChampionChoices()
  const isFocalPoint = useWatch({ control, name: 'standing' }) === 'focal_point'

  return (
    <>
      <TextField control={control} name="name" label={t('form.name')} maxLength={200} />
      {withAddress && (
        <TextField
          control={control}
          name="email"
          type="email"
          label={t('form.email')}
          help={t('form.emailHelp')}
        />
      )}
      {isSecretariat && (
        <SelectField
          control={control}
          name="standing"
          label={t('form.standing')}
          choices={STANDINGS.map((standing) => ({ value: standing, label: t(`standing.${standing}`) }))}
        />
      )}
      {isSecretariat && isFocalPoint && (
        <SelectField control={control} name="champion" label={t('form.champion')} choices={champions} />
      )}
      {isFocalPoint && (
        <>
          <SelectField
            control={control}
            name="duty_station"
            label={t('form.dutyStation')}
            choices={DUTY_STATIONS.map((station) => ({ value: station, label: t(`dutyStation.${station}`) }))}
            optional
          />
          <CheckboxField
            control={control}
            name="is_lead"
            label={t('form.isLead')}
            help={t('form.isLeadHelp')}
          />
        </>
      )}
      <TextField control={control} name="job_title" label={t('form.jobTitle')} maxLength={200} optional />
      <SelectField
        control={control}
        name="language"
        label={t('form.language')}
        help={t('form.languageHelp')}
        choices={LANGUAGE_CHOICES}
      />
    </>
  )
}

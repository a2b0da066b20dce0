import type { ReactNode } from 'react'
import { type Control, useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { MultiSelectField, SelectField } from '@/forms/choiceFields'
import { DateField } from '@/forms/DateField'
import { NumberField } from '@/forms/NumberField'
import { TextAreaField } from '@/forms/TextAreaField'
import { TextField } from '@/forms/textFields'
import { today } from '@/time/today'
import { Checklist } from './Checklist'
import { LONGEST } from './checklist'
import classes from './Pledges.module.css'
import { namesStates, type PledgeFields } from './pledgeFields'
import { useFieldLabels } from './useFieldLabels'
import { usePledgeFormChoices } from './usePledgeChoices'

interface Props {
  control: Control<PledgeFields>
}

/** The form's fields, in the order of the public form; what the kind or the mode does not ask for is not shown. */
export function PledgeFormSections({ control, namesChampion }: Props & { namesChampion: boolean }) {
  return (
    <>
      <What control={control} namesChampion={namesChampion} />
      <Who control={control} />
      <WhereAndWhen control={control} />
      <Linked control={control} />
    </>
  )
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <fieldset className={classes.section}>
      <legend className={classes.legend}>{title}</legend>
      {children}
    </fieldset>
  )
}

function What({ control, namesChampion }: Props & { namesChampion: boolean }) {
  const { t } = useTranslation('pledges')
  const labels = useFieldLabels()
  const choices = usePledgeFormChoices()
  const isFinancial = useWatch({ control, name: 'kind' }) === 'financial'
  return (
    <Section title={t('section.what')}>
      {namesChampion && (
        <SelectField control={control} name="champion" label={labels.champion} choices={choices.champions} />
      )}
      <TextField
        control={control}
        name="title"
        label={labels.title}
        help={t('field.titleHelp')}
        maxLength={200}
      />
      <TextAreaField
        control={control}
        name="description"
        label={labels.description}
        help={t('field.descriptionHelp')}
        minRows={7}
        maxLength={LONGEST}
        optional
      />
      <Checklist control={control} />
      <SelectField control={control} name="kind" label={labels.kind} choices={choices.kinds} optional />
      {isFinancial && (
        <div className={classes.pair}>
          <NumberField
            control={control}
            name="amount"
            label={labels.amount}
            help={t('field.amountHelp')}
            min={1}
            optional
          />
          <SelectField
            control={control}
            name="currency"
            label={labels.currency}
            choices={choices.currencies}
            optional
          />
        </div>
      )}
      <SelectField control={control} name="language" label={labels.language} choices={choices.languages} />
    </Section>
  )
}

function Who({ control }: Props) {
  const { t } = useTranslation('pledges')
  const labels = useFieldLabels()
  const choices = usePledgeFormChoices()
  const mode = useWatch({ control, name: 'mode' })
  const answered = useWatch({ control, name: 'matches_id' })
  return (
    <Section title={t('section.who')}>
      <SelectField
        control={control}
        name="mode"
        label={labels.mode}
        help={t(`modeHelp.${mode}`)}
        choices={choices.modes}
      />
      {namesStates(mode) && (
        <MultiSelectField
          control={control}
          name="states"
          label={labels.states}
          help={t('field.statesHelp')}
          choices={choices.states}
          optional={mode !== 'common'}
        />
      )}
      {mode === 'in_partnership' && (
        <TextField
          control={control}
          name="partners"
          label={labels.partners}
          help={t('field.partnersHelp')}
          maxLength={1000}
          optional
        />
      )}
      {mode === 'matching' && (
        <>
          <SelectField
            control={control}
            name="matches_id"
            label={labels.matches_id}
            help={t('field.matchesHelp')}
            choices={choices.pledges}
            optional
          />
          {!answered && (
            <TextField
              control={control}
              name="matches_title"
              label={labels.matches_title}
              maxLength={300}
              optional
            />
          )}
          <TextField
            control={control}
            name="matches_number"
            label={labels.matches_number}
            maxLength={50}
            optional
          />
        </>
      )}
      <SelectField
        control={control}
        name="visibility"
        label={labels.visibility}
        help={t('field.visibilityHelp')}
        choices={choices.visibilities}
      />
    </Section>
  )
}

function WhereAndWhen({ control }: Props) {
  const { t } = useTranslation('pledges')
  const labels = useFieldLabels()
  const choices = usePledgeFormChoices()
  return (
    <Section title={t('section.whereAndWhen')}>
      <MultiSelectField
        control={control}
        name="objectives"
        label={labels.objectives}
        choices={choices.objectives}
        optional
      />
      <MultiSelectField
        control={control}
        name="countries"
        label={labels.countries}
        choices={choices.states}
        optional
      />
      <MultiSelectField
        control={control}
        name="regions"
        label={labels.regions}
        choices={choices.everyRegion}
        optional
      />
      <div className={classes.pair}>
        <DateField
          control={control}
          name="due_on"
          label={labels.due_on}
          help={t('field.dueOnHelp')}
          optional
        />
        <DateField
          control={control}
          name="made_on"
          label={labels.made_on}
          help={t('field.madeOnHelp')}
          max={today()}
          optional
        />
      </div>
    </Section>
  )
}

function Linked({ control }: Props) {
  const { t } = useTranslation('pledges')
  const labels = useFieldLabels()
  const choices = usePledgeFormChoices()
  return (
    <Section title={t('section.linked')}>
      <MultiSelectField
        control={control}
        name="processes"
        label={labels.processes}
        choices={choices.processes}
        optional
      />
      <MultiSelectField
        control={control}
        name="activities"
        label={labels.activities}
        choices={choices.activities}
        optional
      />
      <TextField
        control={control}
        name="network_number"
        label={labels.network_number}
        help={t('field.networkNumberHelp')}
        maxLength={50}
        optional
      />
    </Section>
  )
}

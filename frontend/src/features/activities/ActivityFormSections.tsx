import type { ReactNode } from 'react'
import { type Control, useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { CheckboxField, MultiSelectField, SelectField } from '@/forms/choiceFields'
import { DateField } from '@/forms/DateField'
import { TextAreaField } from '@/forms/TextAreaField'
import { TextField, TimeField } from '@/forms/textFields'
import classes from './Activity.module.css'
import type { ActivityFields } from './activityFields'
import { LinksField } from './LinksField'
import { ParticularFields } from './ParticularFields'
import { SimilarActivities } from './SimilarActivities'
import { useActivityChoices } from './useActivityChoices'
import { useFieldLabels } from './useFieldLabels'

interface Props {
  control: Control<ActivityFields>
  id: string
  /** Code of the champion that leads. */
  lead: string | undefined
  /** What the activity's kind asks for. */
  particulars: readonly string[]
}

/** The form's fields, in the order in which one thinks of them. */
export function ActivityFormSections({ control, id, lead, particulars }: Props) {
  const { t } = useTranslation('activities')
  return (
    <>
      <What control={control} id={id} />
      <Section title={t('section.particulars')}>
        <ParticularFields control={control} fields={particulars} />
      </Section>
      <WhenAndWhere control={control} />
      <WithWhom control={control} lead={lead} />
      <Serves control={control} />
      <Afterwards control={control} />
    </>
  )
}

type PartProps = Pick<Props, 'control'>

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <fieldset className={classes.section}>
      <legend className={classes.legend}>{title}</legend>
      {children}
    </fieldset>
  )
}

function What({ control, id }: Pick<Props, 'control' | 'id'>) {
  const { t } = useTranslation('activities')
  const labels = useFieldLabels()
  const choices = useActivityChoices()
  return (
    <Section title={t('section.what')}>
      <TextField
        control={control}
        name="title"
        label={labels.title}
        help={t('field.titleHelp')}
        maxLength={200}
      />
      <SimilarActivities control={control} id={id} place="below the title" />
      <SelectField control={control} name="kind" label={labels.kind} choices={choices.kinds} />
      <TextAreaField
        control={control}
        name="description"
        label={labels.description}
        help={t('field.descriptionHelp')}
        minRows={5}
        maxLength={10_000}
        optional
      />
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

function WhenAndWhere({ control }: PartProps) {
  const { t } = useTranslation('activities')
  const labels = useFieldLabels()
  const choices = useActivityChoices()
  const startsOn = useWatch({ control, name: 'starts_on' })
  return (
    <Section title={t('section.whenAndWhere')}>
      <div className={classes.pair}>
        <DateField control={control} name="starts_on" label={labels.starts_on} optional />
        <DateField
          control={control}
          name="ends_on"
          label={labels.ends_on}
          help={t('field.endsOnHelp')}
          optional
          {...(startsOn && { min: startsOn })}
        />
      </div>
      <div className={classes.pair}>
        <TimeField control={control} name="starts_time" label={labels.starts_time} optional />
        <TimeField control={control} name="ends_time" label={labels.ends_time} optional />
        <SelectField
          control={control}
          name="time_zone"
          label={labels.time_zone}
          help={t('field.timeZoneHelp')}
          choices={choices.zones}
          optional
        />
      </div>
      <SelectField control={control} name="format" label={labels.format} choices={choices.formats} optional />
      <TextField control={control} name="place" label={labels.place} help={t('field.placeHelp')} optional />
      <TextField
        control={control}
        name="link"
        label={labels.link}
        help={t('field.linkHelp')}
        type="url"
        optional
      />
      <LinksField control={control} />
      <MultiSelectField
        control={control}
        name="languages"
        label={labels.languages}
        choices={choices.languages}
        optional
      />
      <TextField
        control={control}
        name="audience"
        label={labels.audience}
        help={t('field.audienceHelp')}
        optional
      />
    </Section>
  )
}

function WithWhom({ control, lead }: Pick<Props, 'control' | 'lead'>) {
  const { t } = useTranslation('activities')
  const labels = useFieldLabels()
  const choices = useActivityChoices()
  const parts = useWatch({ control, name: ['co_leads', 'co_organisers', 'participants'] })
  const [organisers, states] = useWatch({ control, name: ['other_organisers', 'other_states'] })
  const taken = new Set([lead, ...parts.flat()])
  /** A champion has one part: who has another already is not offered. */
  const champions = (own: string[]) =>
    choices.champions.filter(({ value }) => own.includes(value) || !taken.has(value))
  return (
    <Section title={t('section.withWhom')}>
      <CheckboxField
        control={control}
        name="is_open_for_partners"
        label={labels.is_open_for_partners}
        help={t('field.openForPartnersHelp')}
      />
      <MultiSelectField
        control={control}
        name="co_leads"
        label={labels.co_leads}
        choices={champions(parts[0])}
        optional
      />
      <MultiSelectField
        control={control}
        name="co_organisers"
        label={labels.co_organisers}
        choices={champions(parts[1])}
        optional
      />
      <MultiSelectField
        control={control}
        name="participants"
        label={labels.participants}
        choices={champions(parts[2])}
        optional
      />
      <MultiSelectField
        control={control}
        name="other_organisers"
        label={labels.other_organisers}
        choices={choices.otherStates.filter(({ value }) => !states.includes(value))}
        optional
      />
      <MultiSelectField
        control={control}
        name="other_states"
        label={labels.other_states}
        choices={choices.otherStates.filter(({ value }) => !organisers.includes(value))}
        optional
      />
      <MultiSelectField
        control={control}
        name="stakeholders"
        label={labels.stakeholders}
        help={t('field.stakeholdersHelp')}
        choices={choices.stakeholders}
        optional
      />
      <TextAreaField
        control={control}
        name="partners"
        label={labels.partners}
        help={t('field.partnersHelp')}
        minRows={2}
        maxLength={1000}
        optional
      />
    </Section>
  )
}

function Serves({ control }: PartProps) {
  const { t } = useTranslation('activities')
  const labels = useFieldLabels()
  const choices = useActivityChoices()
  return (
    <Section title={t('section.serves')}>
      <MultiSelectField
        control={control}
        name="objectives"
        label={labels.objectives}
        choices={choices.objectives}
        optional
      />
      <MultiSelectField
        control={control}
        name="processes"
        label={labels.processes}
        help={t('field.processesHelp')}
        choices={choices.processes}
        optional
      />
      <MultiSelectField control={control} name="sdgs" label={labels.sdgs} choices={choices.sdgs} optional />
    </Section>
  )
}

function Afterwards({ control }: PartProps) {
  const { t } = useTranslation('activities')
  const labels = useFieldLabels()
  return (
    <Section title={t('section.afterwards')}>
      <TextAreaField
        control={control}
        name="outcome"
        label={labels.outcome}
        help={t('field.outcomeHelp')}
        minRows={4}
        maxLength={10_000}
        optional
      />
      <TextAreaField
        control={control}
        name="lessons_learned"
        label={labels.lessons_learned}
        help={t('field.lessonsHelp')}
        minRows={4}
        maxLength={10_000}
        optional
      />
    </Section>
  )
}

import { type ReactNode, useId } from 'react'
import { type UseFormReturn, useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { MultiSelectField, SelectField } from '@/forms/choiceFields'
import { DateField } from '@/forms/DateField'
import { TextAreaField } from '@/forms/TextAreaField'
import { TextField } from '@/forms/textFields'
import { useCountries, useRegions, useTerms } from '@/vocabularies/useTerms'
import { LANGUAGES, SCOPES, TYPES } from '../practiceSearch'
import { useChampionChoices } from '../useChampionChoices'
import classes from './PracticeEditor.module.css'
import { notAnAddress, type PracticeFields, SUMMARY_WORDS, wordsIn } from './practiceFields'
import { useFieldLabels } from './useFieldLabels'

interface Props {
  form: UseFormReturn<PracticeFields>
  /** The secretariat says on whose behalf it writes, before the draft is begun. */
  asksChampion: boolean
  isBegun: boolean
}

export function FormSections({ form, asksChampion, isBegun }: Props) {
  const { t } = useTranslation('practices')
  const champions = useChampionChoices()
  const labels = useFieldLabels()
  const { control } = form
  const field = <N extends keyof PracticeFields>(name: N) => ({ control, name, label: labels[name] })
  return (
    <>
      <Section title={t('form.what')}>
        {asksChampion && (
          <SelectField
            {...field('champion')}
            help={t('help.champion')}
            choices={champions}
            disabled={isBegun}
          />
        )}
        <TextField {...field('title')} help={t('help.title')} maxLength={200} />
        <TextAreaField {...field('summary')} help={<SummaryHelp form={form} />} minRows={4} />
        <SelectField
          {...field('type_of_practice')}
          choices={TYPES.map((type) => ({ value: type, label: t(`type.${type}`) }))}
        />
        <SelectField
          {...field('language')}
          choices={LANGUAGES.map((language) => ({ value: language, label: t(`language.${language}`) }))}
        />
      </Section>
      <Section title={t('form.serves')}>
        <Vocabularies form={form} />
      </Section>
      <Section title={t('form.whereWhen')}>
        <div className={classes.days}>
          <DateField {...field('starts_on')} />
          <DateField {...field('ends_on')} help={t('help.ends_on')} optional />
        </div>
        <SelectField
          {...field('geographic_scope')}
          choices={SCOPES.map((scope) => ({ value: scope, label: t(`scope.${scope}`) }))}
        />
        <Places form={form} />
      </Section>
      <Section title={t('form.who')}>
        <TextField {...field('main_implementing_organization')} maxLength={300} />
        <TextField
          {...field('implementing_focal_point')}
          help={t('help.implementing_focal_point')}
          maxLength={300}
        />
        <TextAreaField {...field('partners')} minRows={2} optional />
        <TextAreaField {...field('organizations_involved')} minRows={2} optional />
      </Section>
      <Section title={t('form.learned')}>
        <TextAreaField {...field('benefit_and_impact')} help={t('help.benefit_and_impact')} minRows={4} />
        <TextAreaField {...field('key_lessons')} help={t('help.key_lessons')} minRows={4} />
        <TextAreaField {...field('recommendations')} help={t('help.recommendations')} optional />
        <TextAreaField {...field('innovation')} optional />
      </Section>
      <Section title={t('form.more')}>
        <TextAreaField
          {...field('additional_resources')}
          help={<ResourcesHelp form={form} />}
          minRows={2}
          optional
        />
        <SelectField
          {...field('visibility')}
          help={t('help.visibility')}
          choices={(['public', 'members', 'private'] as const).map((visibility) => ({
            value: visibility,
            label: t(`visibility.${visibility}`),
          }))}
        />
      </Section>
    </>
  )
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  const id = useId()
  return (
    <section className={classes.section} aria-labelledby={id}>
      <h2 id={id} className={classes.legend}>
        {title}
      </h2>
      {children}
    </section>
  )
}

function Vocabularies({ form }: { form: UseFormReturn<PracticeFields> }) {
  const labels = useFieldLabels()
  const { control } = form
  const objectives = useTerms('objectives').map(numbered)
  const [primary, secondary] = useWatch({ control, name: ['objectives_primary', 'objectives_secondary'] })
  const without = (chosen: string[]) => objectives.filter(({ value }) => !chosen.includes(value))
  const principles = useTerms('principles').map(numbered)
  const goals = useTerms('sdgs').map(numbered)
  const field = <N extends keyof PracticeFields>(name: N) => ({ control, name, label: labels[name] })
  return (
    <>
      <MultiSelectField {...field('objectives_primary')} choices={without(secondary)} />
      <MultiSelectField {...field('objectives_secondary')} choices={without(primary)} optional />
      <MultiSelectField {...field('guiding_principles')} choices={principles} />
      <MultiSelectField {...field('sdgs')} choices={goals} optional />
      <TextAreaField {...field('cross_cutting_themes')} minRows={2} optional />
    </>
  )
}

function Places({ form }: { form: UseFormReturn<PracticeFields> }) {
  const labels = useFieldLabels()
  const { control } = form
  const countries = useCountries().map(({ iso3, name }) => ({ value: iso3, label: name }))
  const regions = useRegions().map(({ m49, name }) => ({ value: m49, label: name }))
  return (
    <>
      <MultiSelectField
        control={control}
        name="countries"
        label={labels.countries}
        choices={countries}
        optional
      />
      <MultiSelectField control={control} name="regions" label={labels.regions} choices={regions} optional />
    </>
  )
}

/** "212 words of at most 300" */
function SummaryHelp({ form }: { form: UseFormReturn<PracticeFields> }) {
  const { t } = useTranslation('practices')
  const count = wordsIn(useWatch({ control: form.control, name: 'summary' }))
  const limit = SUMMARY_WORDS
  return (
    <>
      {t('help.summary')}{' '}
      {count > limit ? (
        <b role="status">{t('words.tooMany', { count, limit })}</b>
      ) : (
        count > 0 && t('words.count', { count, limit })
      )}
    </>
  )
}

function ResourcesHelp({ form }: { form: UseFormReturn<PracticeFields> }) {
  const { t } = useTranslation('practices')
  const address = notAnAddress(useWatch({ control: form.control, name: 'additional_resources' }))
  return (
    <>
      {t('help.additional_resources')}{' '}
      {address && <span role="status">{t('help.resourcesWrong', { address })}</span>}
    </>
  )
}

const numbered = ({
  number,
  key,
  short,
  title,
}: {
  number: number | null
  key: string
  short: string | null
  title: string
}) => ({
  value: String(number ?? key),
  label: `${number} ${short ?? title}`,
})

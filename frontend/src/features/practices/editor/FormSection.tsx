import { type ReactNode, useId } from 'react'
import { type UseFormReturn, useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { MultiSelectField, SelectField } from '@/forms/choiceFields'
import { DateField } from '@/forms/DateField'
import { TextAreaField } from '@/forms/TextAreaField'
import { TextField } from '@/forms/textFields'
import { useLanguageChoices } from '@/i18n/useLanguageChoices'
import { useCountries, useRegions, useTerms } from '@/vocabularies/useTerms'
import { FilesField } from '../files/FilesField'
import { LICENCE_NAMES, LICENCES, SCOPES, TYPES } from '../practiceSearch'
import { useChampionChoices } from '../useChampionChoices'
import { Beside } from './FormReview'
import type { FormStep } from './formSteps'
import classes from './PracticeEditor.module.css'
import { notAnAddress, type PracticeFields, SUMMARY_WORDS, wordsIn } from './practiceFields'
import { SimilarPractices } from './SimilarPractices'
import { useFieldLabels } from './useFieldLabels'

interface Props {
  form: UseFormReturn<PracticeFields>
  /** The secretariat says on whose behalf it writes, before the draft is begun. */
  asksChampion: boolean
  /** Its key, once the draft is begun. */
  id: string | undefined
}

const SECTIONS: Record<FormStep, (props: Props) => ReactNode> = {
  what: What,
  serves: Serves,
  whereWhen: WhereWhen,
  who: Who,
  learned: Learned,
  more: More,
}

/** One step of the form. What the others hold stays in the form while they are not shown. */
export function FormSection({ step, ...props }: Props & { step: FormStep }) {
  const { t } = useTranslation('practices')
  const id = useId()
  const Fields = SECTIONS[step]
  return (
    <section className={classes.section} aria-labelledby={id}>
      <h2 id={id} className={classes.legend}>
        {t(`form.${step}`)}
      </h2>
      <Fields {...props} />
    </section>
  )
}

function useFieldProps({ control }: UseFormReturn<PracticeFields>) {
  const labels = useFieldLabels()
  return <N extends keyof PracticeFields>(name: N) => ({ control, name, label: labels[name] })
}

function What({ form, asksChampion, id }: Props) {
  const { t } = useTranslation('practices')
  const languages = useLanguageChoices()
  const champions = useChampionChoices()
  const field = useFieldProps(form)
  return (
    <>
      {asksChampion && (
        <SelectField
          {...field('champion')}
          help={t('help.champion')}
          choices={champions}
          disabled={id !== undefined}
        />
      )}
      <Beside name="title">
        <TextField {...field('title')} help={t('help.title')} maxLength={200} />
      </Beside>
      <SimilarPractices control={form.control} id={id} place="below the title" />
      <Beside name="summary">
        <TextAreaField {...field('summary')} help={<SummaryHelp form={form} />} minRows={4} />
      </Beside>
      <Beside name="type_of_practice">
        <SelectField
          {...field('type_of_practice')}
          choices={TYPES.map((type) => ({ value: type, label: t(`type.${type}`) }))}
        />
      </Beside>
      <Beside name="language">
        <SelectField {...field('language')} choices={languages} />
      </Beside>
    </>
  )
}

function Serves({ form }: Props) {
  const field = useFieldProps(form)
  const objectives = useTerms('objectives').map(numbered)
  const names = ['objectives_primary', 'objectives_secondary'] as const
  const [primary, secondary] = useWatch({ control: form.control, name: names })
  const without = (chosen: string[]) => objectives.filter(({ value }) => !chosen.includes(value))
  return (
    <>
      <Beside name="objectives_primary">
        <MultiSelectField {...field('objectives_primary')} choices={without(secondary)} />
      </Beside>
      <Beside name="objectives_secondary">
        <MultiSelectField {...field('objectives_secondary')} choices={without(primary)} optional />
      </Beside>
      <Beside name="guiding_principles">
        <MultiSelectField {...field('guiding_principles')} choices={useTerms('principles').map(numbered)} />
      </Beside>
      <Beside name="sdgs">
        <MultiSelectField {...field('sdgs')} choices={useTerms('sdgs').map(numbered)} optional />
      </Beside>
      <Beside name="cross_cutting_themes">
        <TextAreaField {...field('cross_cutting_themes')} minRows={2} optional />
      </Beside>
    </>
  )
}

function WhereWhen({ form }: Props) {
  const { t } = useTranslation('practices')
  const field = useFieldProps(form)
  const countries = useCountries().map(({ iso3, name }) => ({ value: iso3, label: name }))
  const regions = useRegions().map(({ m49, name }) => ({ value: m49, label: name }))
  return (
    <>
      <div className={classes.days}>
        <Beside name="starts_on">
          <DateField {...field('starts_on')} />
        </Beside>
        <Beside name="ends_on">
          <DateField {...field('ends_on')} help={t('help.ends_on')} optional />
        </Beside>
      </div>
      <Beside name="geographic_scope">
        <SelectField
          {...field('geographic_scope')}
          choices={SCOPES.map((scope) => ({ value: scope, label: t(`scope.${scope}`) }))}
        />
      </Beside>
      <Beside name="countries">
        <MultiSelectField {...field('countries')} choices={countries} optional />
      </Beside>
      <Beside name="regions">
        <MultiSelectField {...field('regions')} choices={regions} optional />
      </Beside>
    </>
  )
}

function Who({ form }: Props) {
  const { t } = useTranslation('practices')
  const field = useFieldProps(form)
  return (
    <>
      <Beside name="main_implementing_organization">
        <TextField {...field('main_implementing_organization')} maxLength={300} />
      </Beside>
      <Beside name="implementing_focal_point">
        <TextField
          {...field('implementing_focal_point')}
          help={t('help.implementing_focal_point')}
          maxLength={300}
        />
      </Beside>
      <Beside name="partners">
        <TextAreaField {...field('partners')} minRows={2} optional />
      </Beside>
      <Beside name="organizations_involved">
        <TextAreaField {...field('organizations_involved')} minRows={2} optional />
      </Beside>
    </>
  )
}

function Learned({ form }: Props) {
  const { t } = useTranslation('practices')
  const field = useFieldProps(form)
  return (
    <>
      <Beside name="benefit_and_impact">
        <TextAreaField {...field('benefit_and_impact')} help={t('help.benefit_and_impact')} minRows={4} />
      </Beside>
      <Beside name="key_lessons">
        <TextAreaField {...field('key_lessons')} help={t('help.key_lessons')} minRows={4} />
      </Beside>
      <Beside name="recommendations">
        <TextAreaField {...field('recommendations')} help={t('help.recommendations')} optional />
      </Beside>
      <Beside name="innovation">
        <TextAreaField {...field('innovation')} optional />
      </Beside>
    </>
  )
}

function More({ form, id }: Props) {
  const { t } = useTranslation('practices')
  const field = useFieldProps(form)
  return (
    <>
      <Beside name="additional_resources">
        <TextAreaField
          {...field('additional_resources')}
          help={<ResourcesHelp form={form} />}
          minRows={2}
          optional
        />
      </Beside>
      <Beside name="files">
        <FilesField practiceId={id} label={t('field.files')} />
      </Beside>
      <Beside name="licence">
        <SelectField
          {...field('licence')}
          help={t('help.licence')}
          choices={LICENCES.map((licence) => ({
            value: licence,
            label: t(`licence.${LICENCE_NAMES[licence]}`),
          }))}
        />
      </Beside>
      <Beside name="visibility">
        <SelectField
          {...field('visibility')}
          help={t('help.visibility')}
          choices={(['public', 'members', 'private'] as const).map((visibility) => ({
            value: visibility,
            label: t(`visibility.${visibility}`),
          }))}
        />
      </Beside>
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

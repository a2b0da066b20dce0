import { useQuery } from '@tanstack/react-query'
import type { TFunction } from 'i18next'
import { type ReactNode, useState } from 'react'
import { type UseFormReturn, useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import * as z from 'zod/mini'
import { listChampionsOptions } from '@/api/generated/@tanstack/react-query.gen'
import type { AgendaItemChange } from '@/api/generated/types.gen'
import { Card, CardBody } from '@/components/Card'
import { MultiSelectField, SelectField } from '@/forms/choiceFields'
import { Form, FormActions } from '@/forms/Form'
import { NumberField } from '@/forms/NumberField'
import { TextAreaField } from '@/forms/TextAreaField'
import { TextField } from '@/forms/textFields'
import { LANGUAGE_TAGS } from '@/i18n/languages'
import { useLanguageChoices } from '@/i18n/useLanguageChoices'
import { useSession } from '@/session/useSession'
import { useTerms } from '@/vocabularies/useTerms'
import { ItemLinkFields } from './ItemLinkFields'
import { ItemTranslations } from './ItemTranslations'
import type { AgendaItem } from './meetingQuery'
import { wordingsOf } from './wordings'

const itemSchema = (t: TFunction<'meetings'>, tAgenda: TFunction<'agenda'>) =>
  z.object({
    title: z.string().check(z.trim(), z.minLength(1, t('item.titleMissing'))),
    description: z.string(),
    language: z.enum(LANGUAGE_TAGS),
    translations: z.array(
      z.object({
        language: z.enum(LANGUAGE_TAGS),
        title: z.string().check(z.trim(), z.minLength(1, tAgenda('wordings.missing'))),
        description: z.string(),
      }),
    ),
    minutes: z
      .int(t('item.minutesWrong'))
      .check(z.gte(1, t('item.minutesWrong')), z.lte(600, t('item.minutesWrong'))),
    leads: z.array(z.string()),
    objectives: z.array(z.string()),
    champion: z.nullable(z.string()),
    workplan_item_id: z.nullable(z.string()),
    activity_id: z.nullable(z.string()),
    practice_id: z.nullable(z.string()),
    process_id: z.nullable(z.string()),
    statement_id: z.nullable(z.string()),
  })

export const useItemSchema = () => itemSchema(useTranslation('meetings').t, useTranslation('agenda').t)

/** The form's fields; `objectives` are numbers as text, as a select has them. */
export type ItemFields = z.output<ReturnType<typeof itemSchema>>

/** Nothing yet, to be written in the language of the screen. */
export const emptyItem = (language: ItemFields['language']): ItemFields => ({
  title: '',
  description: '',
  language,
  translations: [],
  minutes: 10,
  leads: [],
  objectives: [],
  champion: null,
  workplan_item_id: null,
  activity_id: null,
  practice_id: null,
  process_id: null,
  statement_id: null,
})

export const itemFieldsOf = (item: AgendaItem): ItemFields => ({
  title: item.title,
  description: item.description,
  language: item.language,
  translations: wordingsOf(item).slice(1),
  minutes: item.minutes,
  leads: item.leads.map((lead) => lead.iso3),
  objectives: item.objectives.map(String),
  champion: item.proposed_by?.iso3 ?? null,
  workplan_item_id: item.workplan_item?.id ?? null,
  activity_id: item.activity?.id ?? null,
  practice_id: item.practice?.id ?? null,
  process_id: item.process?.id ?? null,
  statement_id: item.statement?.id ?? null,
})

/** The body of a request for `changes`; on whose behalf an item is, stays as it was proposed. */
export function itemBodyOf({
  champion: _,
  objectives,
  translations,
  ...changes
}: Partial<ItemFields>): AgendaItemChange {
  return {
    ...changes,
    ...(objectives && { objectives: objectives.map(Number) }),
    ...(translations && {
      translations: Object.fromEntries(
        translations.map(({ language, ...words }) => [language, words]),
      ) as AgendaItemChange['translations'],
    }),
  }
}

/** How the translations of an item read in one text, where two versions of it are compared. */
export const translationsAsText = (translations: ItemFields['translations']): string =>
  translations.map(({ language, title, description }) => `${language}: ${title}\n${description}`).join('\n')

interface Props {
  form: UseFormReturn<ItemFields, unknown, ItemFields>
  onSubmit: (fields: ItemFields) => Promise<unknown>
  isNew?: boolean
  /** What an item that is changed is linked to already. */
  linked?: AgendaItem
  buttons: ReactNode
}

export function ItemForm({ form, onSubmit, isNew = false, linked, buttons }: Props) {
  const { t } = useTranslation('meetings')
  const { t: tAgenda } = useTranslation('agenda')
  const languages = useLanguageChoices()
  const { control } = form
  const translations = useWatch({ control, name: 'translations' })
  const isSecretariat = useSession()?.roles.includes('secretariat') ?? false
  const champions = useQuery(listChampionsOptions({ query: { limit: 100 } })).data?.items ?? []
  const championChoices = champions.map(({ iso3, name }) => ({ value: iso3, label: name }))
  const objectives = useTerms('objectives').map(({ number, short }) => ({
    value: String(number),
    label: `${number} ${short}`,
  }))
  const [isLinked] = useState(() =>
    Object.entries(form.getValues()).some(([field, value]) => field.endsWith('_id') && value !== null),
  )
  return (
    <Card>
      <CardBody>
        <Form form={form} onSubmit={onSubmit}>
          {isNew && isSecretariat && (
            <SelectField
              control={control}
              name="champion"
              label={t('item.champion')}
              help={t('item.championHelp')}
              choices={championChoices}
              optional
            />
          )}
          <TextField control={control} name="title" label={t('item.title')} maxLength={200} />
          <TextAreaField
            control={control}
            name="description"
            label={t('item.description')}
            help={t('item.descriptionHelp')}
            optional
            maxLength={10_000}
          />
          <SelectField
            control={control}
            name="language"
            label={tAgenda('wordings.language')}
            choices={languages.filter(
              ({ value }) => !translations.some(({ language }) => language === value),
            )}
          />
          <ItemTranslations control={control} />
          <NumberField
            control={control}
            name="minutes"
            label={t('item.minutes')}
            min={1}
            max={600}
            step={5}
          />
          <MultiSelectField
            control={control}
            name="leads"
            label={t('item.leads')}
            choices={championChoices}
            max={10}
            optional
          />
          <MultiSelectField
            control={control}
            name="objectives"
            label={t('item.objectives')}
            choices={objectives}
            optional
          />
          <ItemLinkFields control={control} isOpen={isLinked} {...(linked && { linked })} />
          <FormActions>{buttons}</FormActions>
        </Form>
      </CardBody>
    </Card>
  )
}

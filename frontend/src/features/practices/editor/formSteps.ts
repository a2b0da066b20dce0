import type { PracticeFields } from './practiceFields'

/** What the form asks for; files are sent beside it. */
export type FieldName = keyof PracticeFields | 'files'

/** The form in steps that can be filled in any order. The champion is asked for in the first, and only of the secretariat. */
export const FIELDS_OF = {
  what: ['champion', 'title', 'summary', 'type_of_practice', 'language'],
  serves: [
    'objectives_primary',
    'objectives_secondary',
    'guiding_principles',
    'sdgs',
    'cross_cutting_themes',
  ],
  whereWhen: ['starts_on', 'ends_on', 'geographic_scope', 'countries', 'regions'],
  who: ['main_implementing_organization', 'implementing_focal_point', 'partners', 'organizations_involved'],
  learned: ['benefit_and_impact', 'key_lessons', 'recommendations', 'innovation'],
  more: ['additional_resources', 'files', 'licence', 'visibility'],
} as const satisfies Record<string, readonly FieldName[]>

export type FormStep = keyof typeof FIELDS_OF

export const FORM_STEPS = Object.keys(FIELDS_OF) as FormStep[]

export const FORM_ORDER: FieldName[] = FORM_STEPS.flatMap((step) => [...FIELDS_OF[step]])

export const stepOf = (name: FieldName): FormStep =>
  FORM_STEPS.find((step) => (FIELDS_OF[step] as readonly FieldName[]).includes(name)) ?? 'what'

export const stepAfter = (step: FormStep): FormStep | undefined => FORM_STEPS[FORM_STEPS.indexOf(step) + 1]

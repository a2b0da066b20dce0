import type { PracticeChange } from '@/api/generated/types.gen'
import type { Versioned } from '@/api/record'
import type { PracticeBody } from '../practiceQuery'

/** What the form holds: numbers as its fields choose them, addresses as they are typed, one a line. */
export interface PracticeFields {
  /** Whose it is; asked of the secretariat only, and only before the draft is begun. */
  champion: string | null
  title: string
  summary: string
  type_of_practice: PracticeBody['type_of_practice']
  geographic_scope: PracticeBody['geographic_scope']
  starts_on: string | null
  ends_on: string | null
  main_implementing_organization: string
  implementing_focal_point: string
  partners: string
  organizations_involved: string
  benefit_and_impact: string
  key_lessons: string
  recommendations: string
  innovation: string
  cross_cutting_themes: string
  language: PracticeBody['language']
  objectives_primary: string[]
  objectives_secondary: string[]
  guiding_principles: string[]
  sdgs: string[]
  countries: string[]
  regions: string[]
  additional_resources: string
  licence: PracticeBody['licence']
  visibility: PracticeBody['visibility']
  /** Acronyms that are pointed at no more. */
  known_acronyms: string[]
}

/** Nothing written yet. */
export const noFields = (
  language: PracticeFields['language'],
  champion: string | null = null,
): PracticeFields => ({
  champion,
  title: '',
  summary: '',
  type_of_practice: null,
  language,
  objectives_primary: [],
  objectives_secondary: [],
  guiding_principles: [],
  sdgs: [],
  cross_cutting_themes: '',
  starts_on: null,
  ends_on: null,
  geographic_scope: null,
  countries: [],
  regions: [],
  main_implementing_organization: '',
  implementing_focal_point: '',
  partners: '',
  organizations_involved: '',
  benefit_and_impact: '',
  key_lessons: '',
  recommendations: '',
  innovation: '',
  additional_resources: '',
  licence: 'CC-BY-4.0',
  visibility: 'public',
  known_acronyms: [],
})

const NAMES = Object.keys(noFields('en')) as (keyof PracticeFields)[]

const NUMBERED = ['objectives_primary', 'objectives_secondary', 'guiding_principles', 'sdgs'] as const

export function fieldsOf(practice: PracticeBody): PracticeFields {
  const plain = Object.fromEntries(NAMES.map((name) => [name, practice[name as keyof PracticeBody]]))
  const numbers = Object.fromEntries(NUMBERED.map((name) => [name, practice[name].map(String)]))
  return {
    ...(plain as unknown as PracticeFields),
    ...numbers,
    champion: practice.champion.iso3,
    implementing_focal_point: practice.implementing_focal_point ?? '',
    additional_resources: practice.additional_resources.join('\n'),
  }
}

export const fieldsWithEtag = ({ data, etag }: Versioned<PracticeBody>): Versioned<PracticeFields> => ({
  data: fieldsOf(data),
  etag,
})

/** Changed fields as the API takes them. An address that is not whole yet is left out until it is. */
export function changeOf({ champion: _, ...changed }: Partial<PracticeFields>): PracticeChange {
  const { additional_resources: addresses } = changed
  const numbers = Object.fromEntries(
    NUMBERED.filter((name) => changed[name]).map((name) => [name, changed[name]?.map(Number)]),
  )
  return {
    ...(changed as PracticeChange),
    ...numbers,
    ...(addresses !== undefined && { additional_resources: linesOf(addresses).filter(isWebAddress) }),
  }
}

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)

const isWebAddress = (line: string): boolean => /^https?:\/\/[^\s/]+\S*$/.test(line)

/** The first line that is not a whole web address. */
export const notAnAddress = (text: string): string | undefined =>
  linesOf(text).find((line) => !isWebAddress(line))

/** Words as the Hub counts them: what stands between spaces. */
export const wordsIn = (text: string): number => text.split(/\s+/).filter(Boolean).length

export const SUMMARY_WORDS = 300

import type { Language } from '@/api/generated/types.gen'
import type { AgendaItem } from './meetingQuery'

/** An item's words in one language. */
export interface Wording {
  language: Language
  title: string
  description: string
}

/** All that an item is called: as it was written first, then its translations. */
export const wordingsOf = ({ language, title, description, translations }: AgendaItem): Wording[] => [
  { language, title, description },
  ...Object.entries(translations).map(([other, words]) => ({
    language: other as Language,
    title: words.title,
    description: words.description ?? '',
  })),
]

/** The languages in which anything on an agenda is written, the most used first. */
export function languagesOf(items: readonly AgendaItem[]): Language[] {
  const counts = new Map<Language, number>()
  for (const { language } of items.flatMap(wordingsOf)) counts.set(language, (counts.get(language) ?? 0) + 1)
  return [...counts.keys()].sort((one, other) => (counts.get(other) ?? 0) - (counts.get(one) ?? 0))
}

/** Which languages somebody reads an agenda in: `null` as it was written, and nothing beside it. */
export interface ShownLanguages {
  main: Language | null
  beside: Language | null
}

/** An item's words in the chosen language, as written where it lacks them; those beside only where there are any. */
export function shownWordings(item: AgendaItem, { main, beside }: ShownLanguages): [Wording, ...Wording[]] {
  const all = wordingsOf(item)
  const original = all[0] as Wording
  const first = all.find(({ language }) => language === main) ?? original
  const second = all.find(({ language }) => language === beside && language !== first.language)
  return second ? [first, second] : [first]
}

import { describe, expect, it } from 'vitest'
import type { AgendaItem } from './meetingQuery'
import { languagesOf, shownWordings } from './wordings'

const item = (language: string, ...others: string[]) =>
  ({
    language,
    title: `title ${language}`,
    description: '',
    translations: Object.fromEntries(others.map((other) => [other, { title: `title ${other}` }])),
  }) as unknown as AgendaItem

const titles = (...args: Parameters<typeof shownWordings>) => shownWordings(...args).map(({ title }) => title)

describe('an agenda in several languages', () => {
  it('knows its languages, the most used first', () => {
    expect(languagesOf([item('fr', 'en'), item('en'), item('ar', 'en', 'fr')])).toEqual(['en', 'fr', 'ar'])
  })

  it('shows an item in the language that was chosen, and another beside it', () => {
    expect(titles(item('en', 'fr', 'ar'), { main: 'fr', beside: 'ar' })).toEqual(['title fr', 'title ar'])
  })

  it('shows it as it was written where the language is missing, and never twice', () => {
    expect(titles(item('en', 'fr'), { main: 'ar', beside: null })).toEqual(['title en'])
    expect(titles(item('en', 'fr'), { main: 'es', beside: 'en' })).toEqual(['title en'])
    expect(titles(item('en', 'fr'), { main: null, beside: 'fr' })).toEqual(['title en', 'title fr'])
  })
})

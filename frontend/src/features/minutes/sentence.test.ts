import { describe, expect, it } from 'vitest'
import { chosenWords, withNames } from './sentence'

describe('what a decision or an action is made of', () => {
  const text = 'The pilot was noted. The data are shared by June!\nNothing else'

  it('is the selection', () => {
    expect(chosenWords(text, 21, 39)).toBe('The data are share')
  })

  it.each([
    [0, 'The pilot was noted.'],
    [20, 'The pilot was noted.'],
    [30, 'The data are shared by June!'],
    [text.length, 'Nothing else'],
  ])('is the sentence at the caret, at %i', (caret, sentence) => {
    expect(chosenWords(text, caret, caret)).toBe(sentence)
  })

  it('is nothing of an empty text', () => {
    expect(chosenWords('', 0, 0)).toBe('')
  })

  it('names a champion only where it is named', () => {
    const name = (iso3: string) => (iso3 === 'KEN' ? 'Kenya' : 'a champion')
    expect(withNames('@MAR and @KEN share the data.', name)).toEqual({
      words: 'A champion and Kenya share the data.',
      marks: ['MAR', 'KEN'],
    })
  })
})

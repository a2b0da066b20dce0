import { applyPatch, type ChangeObject, diffWordsWithSpace, structuredPatch } from 'diff'

/** What was put in and taken out between two texts, word by word as their language counts words. */
export function wordChanges(from: string, to: string, language: string): ChangeObject<string>[] {
  return diffWordsWithSpace(from, to, {
    intlSegmenter: new Intl.Segmenter(language, { granularity: 'word' }),
  })
}

/** `mine` and `theirs`, both written on top of `base`, in one text; null where they touch the same words. */
export function merged(base: string, mine: string, theirs: string): string | null {
  const patch = structuredPatch('', '', asLines(base), asLines(mine), '', '', { context: 2 })
  const both = applyPatch(asLines(theirs), patch, { fuzzFactor: 0, autoConvertLineEndings: false })
  return both === false ? null : fromLines(both)
}

const BREAK = '\u0000'

/** A word, a mark of punctuation or a stretch of white space a line, so that a patch of lines is one of words. */
const asLines = (text: string): string =>
  text
    .split(/(\s+|[\p{P}\p{Script=Han}])/u)
    .filter(Boolean)
    .map((word) => `${word.replaceAll('\n', BREAK)}\n`)
    .join('')

const fromLines = (lines: string): string => lines.replaceAll('\n', '').replaceAll(BREAK, '\n')

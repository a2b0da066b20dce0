import type { Plugin } from 'vite'

/** French sets a space before its high punctuation and inside its quotation marks; a line must not break there. */
export const frenchSpaces: Plugin = {
  name: 'french-spaces',
  enforce: 'pre',
  transform(texts, file) {
    if (!/\/locales\/fr\/\w+\.json$/.test(file)) return
    return { code: texts.replaceAll(/(?<=\S) (?=[;:!?»%])|(?<=«) /g, '\u00a0'), map: null }
  },
}

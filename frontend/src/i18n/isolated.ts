/** A title inside a sentence keeps its own direction: Arabic in English, English in Arabic (Unicode isolates). */
export const isolated = (title: string): string => `\u2068${title}\u2069`

/** Parts of one line of context, each in its own direction; what is missing is left out. */
export const inOneLine = (parts: readonly (string | false | null | undefined)[]): string =>
  parts
    .flatMap((part) => part || [])
    .map(isolated)
    .join(' · ')

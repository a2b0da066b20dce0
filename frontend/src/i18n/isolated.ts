/** A title inside a sentence keeps its own direction: Arabic in English, English in Arabic (Unicode isolates). */
export const isolated = (title: string): string => `\u2068${title}\u2069`

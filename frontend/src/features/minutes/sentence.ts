/** What is selected in `text`; where nothing is, the sentence in which the caret stands. */
export function chosenWords(text: string, start: number, end: number): string {
  if (start !== end) return text.slice(start, end).trim()
  const sentences = [...text.matchAll(/[^.!?…。！？؟\n]+(?:[.!?…。！？؟]+|(?=\n)|$)/g)]
  const around = sentences.find(({ index, 0: words }) => start <= index + words.length)
  return around?.[0].trim() ?? ''
}

/** `words` with a mark of a champion (`@KEN`) told by `name`; and which champions it marks. */
export function withNames(words: string, name: (iso3: string) => string): { words: string; marks: string[] } {
  const marks: string[] = []
  const told = words.replace(/(?<![\w@])@([A-Z]{3})(?![\w@])/g, (_, iso3: string) => {
    marks.push(iso3)
    return name(iso3)
  })
  return { words: told.charAt(0).toLocaleUpperCase() + told.slice(1), marks: [...new Set(marks)] }
}

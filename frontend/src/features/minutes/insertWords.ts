/** Puts `words` where the caret stands, apart from the word before; an ellipsis in them is selected, to be filled in. */
export function insertWords(field: HTMLTextAreaElement, words: string): void {
  const { selectionStart: start, selectionEnd: end, value } = field
  const gap = start > 0 && !/\s$/.test(value.slice(0, start)) ? ' ' : ''
  field.focus()
  field.setRangeText(gap + words, start, end, 'end')
  field.dispatchEvent(new Event('input', { bubbles: true }))
  const blank = /…+/.exec(words)
  if (!blank) return
  const at = start + gap.length + blank.index
  field.setSelectionRange(at, at + blank[0].length)
}

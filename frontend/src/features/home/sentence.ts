type Part = string | false | null | undefined

/** "Lead: Mexico · due Thursday": what there is to say, with a capital; the dot stays on the line of the word before it. */
export function sentence(parts: readonly Part[]): string {
  const words = parts.filter(Boolean).join('\u00a0· ')
  return words.charAt(0).toLocaleUpperCase() + words.slice(1)
}

/** Drafts on this device, so that a closed tab or a lost line loses nothing. */
export interface Draft<V> {
  /** What was typed and not yet saved. */
  changes: Partial<V>
  /** What the fields held when typing began, and the version that was: to see what others changed since. */
  base: V
  etag: string
}

const keyOf = (record: string) => `champions.draft.${record}`

export function readDraft<V>(record: string): Draft<V> | null {
  const text = localStorage.getItem(keyOf(record))
  return text ? (JSON.parse(text) as Draft<V>) : null
}

export function writeDraft<V>(record: string, draft: Draft<V>): void {
  localStorage.setItem(keyOf(record), JSON.stringify(draft))
}

export function dropDraft(record: string): void {
  localStorage.removeItem(keyOf(record))
}

import { useState } from 'react'
import { dropDraft, readDraft, writeDraft } from '@/autosave/draftStore'

/** A text that is sent at once when it is ready: until then it is kept on this device, whatever becomes of the tab. */
export function useKeptText(key: string): [string, (text: string) => void] {
  const [text, setText] = useState(() => readDraft<{ text: string }>(key)?.changes.text ?? '')
  const keep = (typed: string) => {
    setText(typed)
    if (typed === '') dropDraft(key)
    else writeDraft(key, { changes: { text: typed }, base: { text: '' }, etag: '' })
  }
  return [text, keep]
}

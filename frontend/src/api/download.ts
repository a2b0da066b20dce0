import { ask } from './transport'

/** Marks of direction (Unicode isolates), which belong into a sentence and not into the name of a file. */
const DIRECTIONS = /[\u2066-\u2069]/g

/** Fetches a file as the reader may see it and has the browser save it under `name`. */
export async function download(path: string, name: string, accept?: string): Promise<void> {
  const headers = accept ? { Accept: accept } : undefined
  const answer = await ask(`${window.location.origin}/api/v1${path}`, { ...(headers && { headers }) })
  save(await answer.blob(), name)
}

function save(content: Blob, name: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(content)
  link.download = name.replace(DIRECTIONS, '')
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}

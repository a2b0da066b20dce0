import { toProblem } from './problem'
import { send } from './transport'

/** Fetches a file as the reader may see it and has the browser save it under `name`. */
export async function download(path: string, name: string, accept?: string): Promise<void> {
  const headers = accept ? { Accept: accept } : undefined
  let answer: Response
  try {
    answer = await send(`${window.location.origin}/api/v1${path}`, { ...(headers && { headers }) })
  } catch (error) {
    throw toProblem(error, undefined)
  }
  if (!answer.ok) throw toProblem(await answer.json().catch(() => ({})), answer)
  save(await answer.blob(), name)
}

function save(content: Blob, name: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(content)
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}

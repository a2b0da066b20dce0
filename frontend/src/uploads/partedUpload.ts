import { newKey } from '@/api/idempotency'
import { ApiProblem, toProblem } from '@/api/problem'
import { send } from '@/api/transport'

/**
 * A file goes up in parts (tus 1.0.0), so that a broken line costs one part. Where a file stopped is kept on this device:
 * the same file, chosen again after the tab was closed, goes on from there.
 */
const PART = 512 * 1024
const TUS = { 'Tus-Resumable': '1.0.0' }

/** Sends what is missing of `file` and answers with the upload's key; `onProgress` is told how many bytes have arrived. */
export async function sendInParts(
  file: File,
  onProgress: (sent: number) => void,
  signal: AbortSignal,
): Promise<string> {
  const kept = keptUnder(file)
  let { id, offset } = (await goOn(kept, file, signal)) ?? (await begin(kept, file, signal))
  onProgress(offset)
  while (offset < file.size) {
    const answer = await call('PATCH', `/${id}`, signal, {
      headers: { 'Upload-Offset': String(offset), 'Content-Type': 'application/offset+octet-stream' },
      body: file.slice(offset, offset + PART),
    })
    offset = offsetIn(answer)
    onProgress(offset)
  }
  return id
}

/** The upload has become what it was for: the same file chosen again is a new one. */
export const forgetUpload = (file: File): void => localStorage.removeItem(keptUnder(file))

interface Begun {
  id: string
  offset: number
}

async function goOn(kept: string, file: File, signal: AbortSignal): Promise<Begun | null> {
  const id = localStorage.getItem(kept)
  if (!id) return null
  try {
    const answer = await call('HEAD', `/${id}`, signal)
    if (Number(answer.headers.get('Upload-Length')) === file.size) return { id, offset: offsetIn(answer) }
  } catch (problem) {
    if (!(problem instanceof ApiProblem && problem.status === 404)) throw problem
  }
  localStorage.removeItem(kept)
  return null
}

async function begin(kept: string, file: File, signal: AbortSignal): Promise<Begun> {
  const answer = await call('POST', '', signal, {
    headers: {
      'Upload-Length': String(file.size),
      'Upload-Metadata': `filename ${base64(file.name)}`,
      'Idempotency-Key': newKey(),
    },
  })
  const id = answer.headers.get('Location')?.split('/').at(-1) ?? ''
  localStorage.setItem(kept, id)
  return { id, offset: 0 }
}

async function call(
  method: string,
  path: string,
  signal: AbortSignal,
  { headers, body }: { headers?: Record<string, string>; body?: Blob } = {},
): Promise<Response> {
  const address = `${window.location.origin}/api/v1/uploads${path}`
  const request = { method, signal, headers: { ...TUS, ...headers }, ...(body && { body }) }
  let answer: Response
  try {
    answer = await send(address, request)
  } catch (error) {
    throw toProblem(error, undefined)
  }
  if (!answer.ok) throw toProblem(await answer.json().catch(() => ({})), answer)
  return answer
}

const offsetIn = (answer: Response): number => Number(answer.headers.get('Upload-Offset'))

const keptUnder = ({ name, size, lastModified }: File): string =>
  `champions.upload:${size}:${lastModified}:${name}`

function base64(text: string): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)))
}

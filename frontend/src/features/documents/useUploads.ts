import { useMutation } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { newKey } from '@/api/idempotency'
import { isProblem } from '@/api/problem'
import { problemMessage } from '@/forms/problemMessage'
import { forgetUpload, sendInParts } from '@/uploads/partedUpload'

/** A file on its way; when it has become a document, it is one of the documents and no longer here. */
export interface Sending {
  key: string
  file: File
  sent: number
  /** `stopped`: the line broke, and it goes on by itself or when asked. `refused`: it will not be taken. */
  state: 'waiting' | 'sending' | 'stopped' | 'refused'
  message?: string
}

const PAUSES = [500, 1000, 2000, 4000, 8000]

/** Sends files one after the other; `finish` makes a document of an upload, once, whatever the line does. */
export function useUploads<Choices>(
  finish: (uploadId: string, choices: Choices) => Promise<unknown>,
  onAdded: (file: File) => void,
) {
  const { t } = useTranslation()
  const [sendings, setSendings] = useState<Sending[]>([])
  const choices = useRef(new Map<string, Choices>())
  const running = useRef(new Map<string, AbortController>())
  const line = useRef<Promise<unknown>>(Promise.resolve())
  const complete = useMutation({
    mutationFn: ({ uploadId, chosen }: { uploadId: string; chosen: Choices }) => finish(uploadId, chosen),
  })

  const change = (key: string, changes: Partial<Sending>) =>
    setSendings((all) => all.map((one) => (one.key === key ? { ...one, ...changes } : one)))
  const drop = (key: string) => setSendings((all) => all.filter((one) => one.key !== key))

  const run = async (key: string, file: File) => {
    const stop = running.current.get(key)
    const chosen = choices.current.get(key)
    if (!stop || stop.signal.aborted || chosen === undefined) return
    change(key, { state: 'sending' })
    try {
      const uploadId = await withPatience(
        () => sendInParts(file, (sent) => change(key, { sent }), stop.signal),
        stop.signal,
      )
      await withPatience(() => complete.mutateAsync({ uploadId, chosen }), stop.signal)
      forgetUpload(file)
      drop(key)
      onAdded(file)
    } catch (error) {
      if (stop.signal.aborted) return
      if (!isPassing(error)) forgetUpload(file)
      change(key, {
        state: isPassing(error) ? 'stopped' : 'refused',
        message: (isProblem(error) && error.errors[0]?.detail) || problemMessage(error, t),
      })
    }
  }

  const queue = (key: string, file: File) => {
    running.current.set(key, new AbortController())
    line.current = line.current.then(() => run(key, file))
  }

  const add = (files: readonly File[], chosen: Choices) => {
    const added = files.map((file): Sending => ({ key: newKey(), file, sent: 0, state: 'waiting' }))
    setSendings((all) => [...all, ...added])
    for (const { key, file } of added) {
      choices.current.set(key, chosen)
      queue(key, file)
    }
  }

  const goOn = ({ key, file }: Sending) => {
    change(key, { state: 'waiting' })
    queue(key, file)
  }

  const giveUp = ({ key }: Sending) => {
    running.current.get(key)?.abort()
    drop(key)
  }

  const goOnWithAll = useRef<() => void>(() => undefined)
  goOnWithAll.current = () => sendings.filter(({ state }) => state === 'stopped').forEach(goOn)
  useEffect(() => {
    const listen = () => goOnWithAll.current()
    const started = running.current
    window.addEventListener('online', listen)
    return () => {
      window.removeEventListener('online', listen)
      for (const stop of started.values()) stop.abort()
    }
  }, [])

  return { sendings, add, goOn, giveUp }
}

const isPassing = (error: unknown): boolean =>
  isProblem(error) && (error.isOffline || error.status >= 500 || error.status === 401)

/** Tries again, with longer and longer pauses, where only the line or the server is to blame. */
async function withPatience<T>(work: () => Promise<T>, signal: AbortSignal): Promise<T> {
  for (const pause of PAUSES) {
    try {
      return await work()
    } catch (error) {
      if (!isPassing(error) || signal.aborted) throw error
      await new Promise((resolve) => setTimeout(resolve, pause))
    }
  }
  return work()
}

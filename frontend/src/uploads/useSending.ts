import { useMutation } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { forgetUpload, sendInParts } from './partedUpload'

/**
 * Sends a file in parts, then lets it `become` what it is for; `sent` counts the bytes that have arrived. Leaving the page
 * stops it, and the same file, chosen again, goes on from there.
 */
export function useSending(become: (uploadId: string) => Promise<unknown>) {
  const [sent, setSent] = useState(0)
  const leaving = useRef<AbortController>(null)
  useEffect(() => () => leaving.current?.abort(), [])
  const sending = useMutation({
    mutationFn: async (file: File) => {
      leaving.current = new AbortController()
      setSent(0)
      const uploadId = await sendInParts(file, setSent, leaving.current.signal)
      try {
        await become(uploadId)
      } finally {
        forgetUpload(file)
      }
    },
  })
  return { sending, sent }
}

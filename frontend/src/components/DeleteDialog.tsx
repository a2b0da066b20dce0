import { type QueryKey, useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { ifMatch, type Versioned } from '@/api/record'
import { ConfirmDialog } from './ConfirmDialog'

interface Props {
  opened: boolean
  onClose: () => void
  title: string
  confirmLabel: string
  /** What goes with it, in a sentence. */
  children: ReactNode
  /** Where the record was read, with the version that is to be deleted. */
  queryKey: QueryKey
  remove: (headers: ReturnType<typeof ifMatch>) => Promise<unknown>
  /** Where one goes once it is gone. */
  back: string
}

/** Deletes a record as it was read, and leads back to its list. */
export function DeleteDialog({ queryKey, remove, back, ...dialog }: Props) {
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  const send = useMutation({
    mutationFn: async () => {
      const etag = queryClient.getQueryData<Versioned<unknown>>(queryKey)?.etag ?? ''
      await remove(ifMatch(etag))
      await navigate({ to: back })
    },
  })
  return <ConfirmDialog {...dialog} tone="danger" onConfirm={() => send.mutateAsync()} />
}

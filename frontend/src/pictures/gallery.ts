import { queryOptions } from '@tanstack/react-query'
import type { PictureBody, PictureChange, PictureList } from '@/api/generated/types.gen'
import { ask } from '@/api/transport'

export type Picture = PictureBody
export type PictureSize = 'large' | 'small'

/** The pictures of one record, as its room's operations give them. */
export interface Gallery {
  /** Where they are had, below the API's root: `/activities/…/pictures`. */
  path: string
  list: (signal: AbortSignal) => Promise<PictureList>
  add: (body: { upload_id: string; alt: string; credit: string }) => Promise<unknown>
  change: (picture: Picture, body: PictureChange) => Promise<unknown>
  remove: (picture: Picture) => Promise<unknown>
}

export const picturesQuery = ({ path, list }: Gallery) =>
  queryOptions({ queryKey: ['pictures', path], queryFn: ({ signal }) => list(signal) })

/** The pixels as the reader may see them: an `img` of its own would ask without saying who looks. They never change. */
export const pixelsQuery = (path: string, id: string, size: PictureSize) =>
  queryOptions({
    queryKey: ['picture', path, id, size],
    queryFn: async ({ signal }) => {
      const answer = await ask(`${window.location.origin}/api/v1${path}/${id}/${size}`, { signal })
      return dataUrlOf(await answer.blob())
    },
    staleTime: Number.POSITIVE_INFINITY,
  })

function dataUrlOf(pixels: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve(String(reader.result))
    reader.onerror = () => reject(reader.error)
    reader.readAsDataURL(pixels)
  })
}

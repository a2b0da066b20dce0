import type { InfiniteData } from '@tanstack/react-query'

/** The answer of a list: some items, and the cursor of the next ones. */
export interface Page<T> {
  items: T[]
  next: string | null
}

/** What makes an infinite query of generated list options: `useInfiniteQuery({ ...listPracticesInfiniteOptions(…), ...paged })`. */
export const paged = {
  initialPageParam: {},
  getNextPageParam: (page: Page<unknown>): string | null => page.next,
}

export const itemsOf = <T>(data: InfiniteData<Page<T>> | undefined): T[] =>
  data?.pages.flatMap((page) => page.items) ?? []

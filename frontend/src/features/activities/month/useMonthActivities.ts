import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { listActivitiesInfiniteOptions } from '@/api/generated/@tanstack/react-query.gen'
import type { ListActivitiesData } from '@/api/generated/types.gen'
import { itemsOf, paged } from '@/api/page'
import { dayBeside, type Month, moved } from '@/calendar/calendarMonth'

export type ActivityFilterValues = NonNullable<ListActivitiesData['query']>

/** Every activity of `month` and of the days beside it that share its weeks, page after page. */
export function useMonthActivities(month: Month, filters: ActivityFilterValues) {
  const query = useInfiniteQuery({
    ...listActivitiesInfiniteOptions({
      query: {
        ...filters,
        from: dayBeside(`${month}-01`, -6),
        until: dayBeside(`${moved(month, 1)}-01`, 5),
        sort: 'starts_on',
        limit: 100,
      },
    }),
    ...paged,
    placeholderData: keepPreviousData,
  })
  const { hasNextPage, isFetching, fetchNextPage } = query
  useEffect(() => {
    if (hasNextPage && !isFetching) fetchNextPage()
  }, [hasNextPage, isFetching, fetchNextPage])
  return { query, activities: itemsOf(query.data) }
}

import { getChampionQueryKey } from '@/api/generated/@tanstack/react-query.gen'
import { getChampion } from '@/api/generated/sdk.gen'
import type { GetChampionResponse, ListChampionsResponse } from '@/api/generated/types.gen'
import { recordQuery } from '@/api/record'

export type Champion = GetChampionResponse
export type ChampionInList = ListChampionsResponse['items'][number]

export const championQuery = (id: string) =>
  recordQuery(getChampionQueryKey({ path: { champion_id: id } }), (signal) =>
    getChampion({ path: { champion_id: id }, signal }),
  )

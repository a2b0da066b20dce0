import {
  getHubDeliveryQueryKey,
  getHubOptions,
  getHubReconciliationOptions,
} from '@/api/generated/@tanstack/react-query.gen'
import { getHubDelivery } from '@/api/generated/sdk.gen'
import type {
  DeliveryBody,
  DeliverySummary,
  FindingBody,
  HubBody,
  ReconciliationBody,
} from '@/api/generated/types.gen'
import { recordQuery } from '@/api/record'

export type { DeliveryBody, DeliverySummary, FindingBody, HubBody, ReconciliationBody }

const AGAIN_WHILE_RUNNING = 2_000

export const hubQuery = () => getHubOptions()

export const deliveryQuery = (id: string) =>
  recordQuery<DeliveryBody>(getHubDeliveryQueryKey({ path: { delivery_id: id } }), (signal) =>
    getHubDelivery({ path: { delivery_id: id }, signal }),
  )

/** Read again while a comparison runs, until it has ended. */
export const reconciliationQuery = () => ({
  ...getHubReconciliationOptions(),
  refetchInterval: (query: { state: { data?: { last: ReconciliationBody | null } } }) =>
    query.state.data?.last?.state === 'running' ? AGAIN_WHILE_RUNNING : false,
})

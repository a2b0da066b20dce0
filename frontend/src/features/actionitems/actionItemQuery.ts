import { getActionItemQueryKey } from '@/api/generated/@tanstack/react-query.gen'
import { getActionItem } from '@/api/generated/sdk.gen'
import type { ActionItemBody } from '@/api/generated/types.gen'
import { recordQuery } from '@/api/record'

export type ActionItem = ActionItemBody

const pathOf = (id: string) => ({ path: { action_item_id: id } })

export const actionItemQuery = (id: string) =>
  recordQuery<ActionItem>(getActionItemQueryKey(pathOf(id)), (signal) =>
    getActionItem({ ...pathOf(id), signal }),
  )

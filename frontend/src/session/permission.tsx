import type { ReactNode } from 'react'
import type { Session } from './sessionQuery'
import { useSession } from './useSession'

export type Permission = Session['permissions'][number]

export const holds = (session: Session | null, permission: Permission): boolean =>
  session?.permissions.includes(permission) ?? false

/** Whether this person may do something of a kind; what they may do with one record stands in its `actions`. */
export function usePermission(permission: Permission): boolean {
  return holds(useSession(), permission)
}

interface AllowedProps {
  permission: Permission
  children: ReactNode
}

export function Allowed({ permission, children }: AllowedProps) {
  return usePermission(permission) ? children : null
}

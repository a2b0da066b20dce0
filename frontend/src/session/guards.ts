import { notFound, type ParsedLocation, redirect } from '@tanstack/react-router'
import { holds, type Permission } from './permission'
import type { Session } from './sessionQuery'

interface GuardArguments {
  context: { session: Session | null }
  location: ParsedLocation
}

/** `beforeLoad: requireSession` sends the public to sign in, and back here afterwards. */
export function requireSession({ context, location }: GuardArguments): { session: Session } {
  if (!context.session) throw redirect({ to: '/sign-in', search: { next: location.href }, replace: true })
  return { session: context.session }
}

/** `beforeLoad: requirePermission('people:write')`: a page that one may not see does not exist. */
export function requirePermission(permission: Permission) {
  return (guard: GuardArguments): { session: Session } => {
    const signedIn = requireSession(guard)
    if (!holds(signedIn.session, permission)) throw notFound()
    return signedIn
  }
}

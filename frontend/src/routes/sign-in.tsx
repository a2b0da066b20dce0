import { createFileRoute, redirect } from '@tanstack/react-router'
import { SignInPage } from '@/features/auth/SignInPage'
import { safeNext } from '@/session/next'

export const Route = createFileRoute('/sign-in')({
  validateSearch: (search: Record<string, unknown>): { next?: string } =>
    search.next === undefined ? {} : { next: safeNext(search.next) },
  beforeLoad: ({ context, search }) => {
    if (context.session) throw redirect({ href: safeNext(search.next), replace: true })
  },
  component: SignIn,
})

function SignIn() {
  return <SignInPage next={Route.useSearch().next} />
}

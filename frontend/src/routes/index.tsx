import { createFileRoute } from '@tanstack/react-router'
import { HomePage } from '@/features/home/HomePage'
import { PublicHomePage } from '@/features/home/PublicHomePage'
import { useSession } from '@/session/useSession'

export const Route = createFileRoute('/')({ component: Home })

function Home() {
  const session = useSession()
  return session ? <HomePage session={session} /> : <PublicHomePage />
}

import { createFileRoute } from '@tanstack/react-router'
import { ProfilePage } from '@/features/profile/ProfilePage'
import { requireSession } from '@/session/guards'

export const Route = createFileRoute('/profile')({ beforeLoad: requireSession, component: ProfilePage })

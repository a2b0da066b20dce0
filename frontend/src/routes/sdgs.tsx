import { createFileRoute } from '@tanstack/react-router'
import { GoalsPage } from '@/features/objectives/GoalsPage'

export const Route = createFileRoute('/sdgs')({ component: GoalsPage })

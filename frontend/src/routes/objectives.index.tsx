import { createFileRoute } from '@tanstack/react-router'
import { ObjectivesPage } from '@/features/objectives/ObjectivesPage'

export const Route = createFileRoute('/objectives/')({ component: ObjectivesPage })

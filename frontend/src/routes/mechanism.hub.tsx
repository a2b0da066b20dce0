import { createFileRoute } from '@tanstack/react-router'
import { HubPage } from '@/features/mechanism/HubPage'

export const Route = createFileRoute('/mechanism/hub')({ component: HubPage })

import { createFileRoute } from '@tanstack/react-router'
import { MapPage } from '@/features/collaboration/MapPage'

export const Route = createFileRoute('/collaboration/map')({ component: MapPage })

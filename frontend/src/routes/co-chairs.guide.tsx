import { createFileRoute } from '@tanstack/react-router'
import { GuidePage } from '@/features/cochairs/guide/GuidePage'

export const Route = createFileRoute('/co-chairs/guide')({ component: GuidePage })

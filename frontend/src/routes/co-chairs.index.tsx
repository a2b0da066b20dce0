import { createFileRoute } from '@tanstack/react-router'
import { CochairsPage } from '@/features/cochairs/CochairsPage'

export const Route = createFileRoute('/co-chairs/')({ component: CochairsPage })

import { createFileRoute } from '@tanstack/react-router'
import { FundPage } from '@/features/mechanism/FundPage'

export const Route = createFileRoute('/mechanism/')({ component: FundPage })

import { createFileRoute } from '@tanstack/react-router'
import { ToolsPage } from '@/features/mechanism/ToolsPage'

export const Route = createFileRoute('/mechanism/tools')({ component: ToolsPage })

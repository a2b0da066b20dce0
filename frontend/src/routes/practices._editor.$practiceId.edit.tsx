import { createFileRoute } from '@tanstack/react-router'

export const Route = createFileRoute('/practices/_editor/$practiceId/edit')({})

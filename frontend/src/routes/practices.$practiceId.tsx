import { createFileRoute } from '@tanstack/react-router'
import * as z from 'zod/mini'
import { PracticePage } from '@/features/practices/PracticePage'
import { oneOf } from '@/lists/listSearch'

export const Route = createFileRoute('/practices/$practiceId')({
  validateSearch: z.object({ in: oneOf(['ar', 'zh', 'en', 'fr', 'ru', 'es']) }),
  component: Practice,
})

function Practice() {
  const { practiceId } = Route.useParams()
  return <PracticePage key={practiceId} id={practiceId} language={Route.useSearch().in} />
}

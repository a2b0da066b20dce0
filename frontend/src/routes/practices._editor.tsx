import { createFileRoute, useParams } from '@tanstack/react-router'
import * as z from 'zod/mini'
import { PracticeEditorPage } from '@/features/practices/editor/PracticeEditorPage'
import { oneOf } from '@/lists/listSearch'
import { requirePermission } from '@/session/guards'

/** `/practices/new` becomes `/practices/…/edit` while one types, so both are one page. */
export const Route = createFileRoute('/practices/_editor')({
  validateSearch: z.object({ step: oneOf(['what', 'serves', 'whereWhen', 'who', 'learned', 'more']) }),
  beforeLoad: requirePermission('practices:write'),
  component: Editor,
})

function Editor() {
  const { practiceId } = useParams({ strict: false })
  return <PracticeEditorPage id={practiceId} step={Route.useSearch().step} />
}

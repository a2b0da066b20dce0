import { createFileRoute, notFound } from '@tanstack/react-router'
import { TranslationEditorPage } from '@/features/practices/translations/TranslationEditorPage'
import { isLanguage } from '@/i18n/languages'
import { requirePermission } from '@/session/guards'

export const Route = createFileRoute('/practices/$practiceId_/translations/$language')({
  params: {
    parse: ({ practiceId, language }) => {
      if (!isLanguage(language)) throw notFound()
      return { practiceId, language }
    },
  },
  beforeLoad: requirePermission('practices:write'),
  component: Translation,
})

function Translation() {
  const { practiceId, language } = Route.useParams()
  return (
    <TranslationEditorPage key={`${practiceId}:${language}`} practiceId={practiceId} language={language} />
  )
}

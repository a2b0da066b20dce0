import { createFileRoute } from '@tanstack/react-router'
import { DocumentsPage } from '@/features/documents/DocumentsPage'
import { useMeeting } from '@/features/meetings/MeetingPage'

export const Route = createFileRoute('/meetings/$meetingId/documents')({ component: Documents })

function Documents() {
  const { meeting } = useMeeting()
  const items = meeting.agenda_items.filter(({ status }) => status === 'accepted')
  return (
    <DocumentsPage
      meeting={{ id: meeting.id, title: meeting.title, items }}
      takesDocuments={meeting.status !== 'cancelled'}
    />
  )
}

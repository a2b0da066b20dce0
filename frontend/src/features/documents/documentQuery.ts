import { listDocumentsOptions } from '@/api/generated/@tanstack/react-query.gen'
import type { DocumentBody, DocumentFileBody } from '@/api/generated/types.gen'
import type { Language } from '@/i18n/languages'

export type MeetingDocument = DocumentBody
export type DocumentFile = DocumentFileBody

/** What the documents of a meeting need to know of it. */
export interface OfMeeting {
  id: string
  title: string
  /** Accepted agenda items, for linking. */
  items: readonly { id: string; title: string }[]
}

export const documentsOptions = (meetingId: string) =>
  listDocumentsOptions({ path: { meeting_id: meetingId } })

/** The newest file in each language. */
export const currentFiles = (document: MeetingDocument): DocumentFile[] =>
  document.files.filter((file) => file.is_current)

/** The newest file in the reader's language; else in English; else any. */
export function fileFor(document: MeetingDocument, language: Language): DocumentFile | undefined {
  const files = currentFiles(document)
  return (
    files.find((file) => file.language === language) ??
    files.find((file) => file.language === 'en') ??
    files[0]
  )
}

/** What a file dialog offers; what really is in a file, the server looks at. */
export const TAKEN = '.pdf,.docx,.xlsx,.pptx,.odt,.ods,.odp,.png,.jpg,.jpeg,.txt,.md,.csv'

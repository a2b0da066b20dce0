import { listPracticeFilesOptions } from '@/api/generated/@tanstack/react-query.gen'
import type { FileOfVersion, PracticeFileBody } from '@/api/generated/types.gen'

export type { FileOfVersion, PracticeFileBody }

export const practiceFilesQuery = (practiceId: string) =>
  listPracticeFilesOptions({ path: { practice_id: practiceId } })

/** What the picker offers; the server looks at what a file is, whatever it is called. */
export const TAKEN = '.pdf,.docx,.xlsx,.pptx,.odt,.ods,.odp,.txt,.md,.csv'

/** As people call it: "PDF". */
export const kindOf = (fileName: string): string => fileName.split('.').at(-1)?.toUpperCase() ?? ''

import { UnstyledButton } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { download } from '@/api/download'
import { problemMessage } from '@/forms/problemMessage'
import classes from './Documents.module.css'
import type { DocumentFile, MeetingDocument } from './documentQuery'

interface Props {
  document: MeetingDocument
  file: DocumentFile
  look?: 'title' | 'link'
  /** What it is for those who hear it, where the children alone do not say it. */
  label?: string
  children: ReactNode
}

/** Looks like a link and saves a file: a plain link could not say who asks. */
export function DownloadButton({ document, file, look = 'link', label, children }: Props) {
  const { t } = useTranslation()
  const get = useMutation({
    mutationFn: () =>
      download(`/meetings/${document.meeting_id}/documents/${document.id}/files/${file.id}`, file.file_name),
    meta: { refreshesQueries: false },
  })
  return (
    <>
      <UnstyledButton
        className={classes.download}
        data-look={look}
        aria-label={label}
        aria-busy={get.isPending}
        onClick={() => get.mutate()}
      >
        {children}
      </UnstyledButton>
      {get.isError && (
        <span role="alert" className={classes.failure}>
          {problemMessage(get.error, t)}
        </span>
      )}
    </>
  )
}

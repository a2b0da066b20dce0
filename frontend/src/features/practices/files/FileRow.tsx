import { IconFileDownload } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { download } from '@/api/download'
import { problemMessage } from '@/forms/problemMessage'
import { useFormat } from '@/i18n/useFormat'
import classes from './Files.module.css'
import { type FileOfVersion, kindOf } from './practiceFiles'

interface Props {
  practiceId: string
  file: FileOfVersion
  /** What one may do with it. */
  children?: ReactNode
}

/** A file to be saved: what it is, of which kind and how large. */
export function FileRow({ practiceId, file, children }: Props) {
  const { t } = useTranslation()
  const format = useFormat()
  const get = useMutation({
    mutationFn: () => download(`/practices/${practiceId}/files/${file.id}`, file.file_name),
    meta: { refreshesQueries: false },
  })
  return (
    <li className={classes.file}>
      <IconFileDownload size={20} stroke={1.5} className={classes.icon} aria-hidden />
      <div className={classes.words}>
        <button
          type="button"
          className={classes.title}
          onClick={() => get.mutate()}
          aria-busy={get.isPending}
        >
          <bdi>{file.title}</bdi>
        </button>
        <div className={classes.kind}>
          {kindOf(file.file_name)} · {format.size(file.size)}
        </div>
        {get.isError && (
          <p role="alert" className={classes.failure}>
            {problemMessage(get.error, t)}
          </p>
        )}
      </div>
      {children}
    </li>
  )
}

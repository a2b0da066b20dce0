import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { listDocumentsOptions } from '@/api/generated/@tanstack/react-query.gen'
import { Card } from '@/components/Card'
import { TextLink } from '@/components/TextLink'
import { currentLanguage } from '@/i18n/i18n'
import { usePermission } from '@/session/permission'
import classes from './Documents.module.css'
import { DownloadButton } from './DownloadButton'
import { currentFiles, fileFor } from './documentQuery'

/** The documents beside the agenda: name, newest version, languages; nothing where there is none to read and none to add. */
export function DocumentsCard({ meetingId }: { meetingId: string }) {
  const { t } = useTranslation('documents')
  const { data } = useQuery(listDocumentsOptions({ path: { meeting_id: meetingId } }))
  const mayAdd = usePermission('documents:write')
  const documents = (data?.items ?? []).filter(({ status }) => status === 'shared')
  if (!data || (documents.length === 0 && !mayAdd)) return null
  return (
    <Card
      title={t('title')}
      action={
        <TextLink to="/meetings/$meetingId/documents" params={{ meetingId }}>
          {t(mayAdd ? 'card.add' : 'card.all')}
        </TextLink>
      }
    >
      {documents.length === 0 ? (
        <p className={classes.none}>{t('empty')}</p>
      ) : (
        <ul className={classes.short}>
          {documents.map((document) => {
            const file = fileFor(document, currentLanguage())
            const files = currentFiles(document)
            return (
              <li key={document.id}>
                {file && (
                  <DownloadButton document={document} file={file} look="title">
                    {file.number > 1
                      ? t('card.version', { title: document.title, number: file.number })
                      : document.title}
                  </DownloadButton>
                )}
                <span className={classes.kind}>
                  {file?.kind}
                  {files.length > 1 && ` · ${files.map(({ language }) => language).join(' ')}`}
                </span>
              </li>
            )
          })}
        </ul>
      )}
    </Card>
  )
}

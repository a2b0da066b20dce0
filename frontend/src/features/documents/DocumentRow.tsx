import { useTranslation } from 'react-i18next'
import { DemonstrationMark } from '@/components/Mark'
import { Row } from '@/components/Row'
import { StatusBadge } from '@/components/StatusBadge'
import { currentLanguage } from '@/i18n/i18n'
import { LANGUAGES } from '@/i18n/languages'
import { useFormat } from '@/i18n/useFormat'
import { DocumentMenu } from './DocumentMenu'
import classes from './Documents.module.css'
import { DownloadButton } from './DownloadButton'
import {
  currentFiles,
  type DocumentFile,
  fileFor,
  type MeetingDocument,
  type OfMeeting,
} from './documentQuery'

interface Props {
  meeting: OfMeeting
  document: MeetingDocument
  isFirst: boolean
  isLast: boolean
}

export function DocumentRow({ meeting, document, isFirst, isLast }: Props) {
  const { t } = useTranslation('documents')
  const format = useFormat()
  const main = fileFor(document, currentLanguage())
  const newest = document.files.reduce<DocumentFile | null>(
    (latest, file) => (latest && latest.created_at > file.created_at ? latest : file),
    null,
  )
  const context = [
    document.champion ? t('by', { name: document.champion.name }) : t('byChairs'),
    newest && t('added', { name: newest.person_name, date: format.dateShort(newest.created_at) }),
    document.agenda_item && t('for', { title: document.agenda_item.title }),
  ].filter(Boolean)
  return (
    <Row
      title={
        main ? (
          <DownloadButton document={document} file={main} look="title">
            <bdi>{document.title}</bdi>
          </DownloadButton>
        ) : (
          document.title
        )
      }
      context={context.join(' · ')}
      aside={
        <>
          <Sight document={document} />
          {document.is_demonstration && <DemonstrationMark />}
          <DocumentMenu meeting={meeting} document={document} isFirst={isFirst} isLast={isLast} />
        </>
      }
    >
      {document.status === 'withdrawn' && (
        <p className={classes.reason}>{t('withdrawnBecause', { reason: document.status_reason })}</p>
      )}
      <ul className={classes.files} aria-label={t('files', { title: document.title })}>
        {currentFiles(document).map((file) => (
          <li key={file.id}>
            <FileLine document={document} file={file} />
          </li>
        ))}
      </ul>
      <Earlier document={document} />
    </Row>
  )
}

function FileLine({ document, file }: { document: MeetingDocument; file: DocumentFile }) {
  const { t } = useTranslation('documents')
  const format = useFormat()
  const language = LANGUAGES[file.language]
  const version = t('version', { number: file.number })
  return (
    <span className={classes.file}>
      <DownloadButton
        document={document}
        file={file}
        label={t('download', { title: document.title, language, version })}
      >
        <span lang={file.language}>{language}</span>
      </DownloadButton>{' '}
      <span className={classes.kind}>
        <bdi>{file.kind}</bdi> · <bdi>{format.size(file.size)}</bdi> · {version}
      </span>
      {file.note && (
        <span className={classes.note} dir="auto">
          {file.note}
        </span>
      )}
    </span>
  )
}

function Earlier({ document }: { document: MeetingDocument }) {
  const { t } = useTranslation('documents')
  const format = useFormat()
  const earlier = document.files.filter((file) => !file.is_current)
  if (earlier.length === 0) return null
  return (
    <details className={classes.earlier}>
      <summary>{t('earlier', { count: earlier.length })}</summary>
      <ul className={classes.files}>
        {earlier.map((file) => (
          <li key={file.id}>
            <FileLine document={document} file={file} />{' '}
            <span className={classes.kind}>
              {t('added', { name: file.person_name, date: format.dateShort(file.created_at) })}
            </span>
          </li>
        ))}
      </ul>
    </details>
  )
}

/** Only what is out of the ordinary is marked: most documents are for members. */
function Sight({ document }: { document: MeetingDocument }) {
  const { t } = useTranslation('documents')
  if (document.status === 'withdrawn') return <StatusBadge tone="quiet">{t('withdrawn')}</StatusBadge>
  if (document.visibility === 'members') return null
  return <StatusBadge tone="active">{t(`visibility.${document.visibility}`)}</StatusBadge>
}

import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Card } from '@/components/Card'
import { Columns } from '@/components/Columns'
import { EmptyState } from '@/components/EmptyState'
import { QueryState } from '@/components/QueryState'
import { RowList } from '@/components/Row'
import { usePermission } from '@/session/permission'
import { DocumentRow } from './DocumentRow'
import { documentsOptions, type OfMeeting } from './documentQuery'
import { PackButtons } from './PackButtons'
import { UploadCard } from './UploadCard'

/** All documents of a meeting: adding several at once, versions, languages, who sees them. */
export function DocumentsPage({ meeting, takesDocuments }: { meeting: OfMeeting; takesDocuments: boolean }) {
  const { t } = useTranslation('documents')
  const query = useQuery(documentsOptions(meeting.id))
  const mayAdd = usePermission('documents:write') && takesDocuments
  return (
    <Columns>
      {mayAdd && <UploadCard meeting={meeting} />}
      <Card title={t('title')} action={<PackButtons meeting={meeting} />}>
        <QueryState query={query}>
          {({ items }) =>
            items.length === 0 ? (
              <EmptyState title={t('empty')}>{t(mayAdd ? 'emptyHelpAdd' : 'emptyHelp')}</EmptyState>
            ) : (
              <RowList>
                {items.map((document, index) => (
                  <DocumentRow
                    key={document.id}
                    meeting={meeting}
                    document={document}
                    isFirst={index === 0}
                    isLast={index === items.length - 1}
                  />
                ))}
              </RowList>
            )
          }
        </QueryState>
      </Card>
    </Columns>
  )
}

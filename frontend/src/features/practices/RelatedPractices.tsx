import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { listRelatedPracticesOptions } from '@/api/generated/@tanstack/react-query.gen'
import { Card } from '@/components/Card'
import { SimilarList } from '@/similar/SimilarList'

/** The practices most like this one; nothing where there are none. */
export function RelatedPractices({ practiceId }: { practiceId: string }) {
  const { t } = useTranslation('finding')
  const related =
    useQuery(listRelatedPracticesOptions({ path: { practice_id: practiceId } })).data?.items ?? []
  if (related.length === 0) return null
  return (
    <div data-print="hide">
      <Card title={t('related')}>
        <SimilarList label={t('related')} records={related} />
      </Card>
    </div>
  )
}

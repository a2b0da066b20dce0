import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Card, CardBody } from '@/components/Card'
import { QueryState } from '@/components/QueryState'
import { ItemEditor } from './ItemEditor'
import { minutesItemQuery } from './minutesQuery'
import { Outcomes } from './Outcomes'

interface Props {
  meetingId: string
  itemId: string
}

/** The minutes of the current item, typed beside it in the room. */
export function ItemMinutes({ meetingId, itemId }: Props) {
  const { t } = useTranslation('minutes')
  const query = useQuery(minutesItemQuery(meetingId, itemId))
  return (
    <Card title={t('title')}>
      <CardBody>
        <QueryState query={query} rows={2}>
          {({ data }) => (
            <ItemEditor meetingId={meetingId} item={data} label={t('textOfThis')} help={t('textHelp')}>
              <Outcomes meetingId={meetingId} itemId={itemId} />
            </ItemEditor>
          )}
        </QueryState>
      </CardBody>
    </Card>
  )
}

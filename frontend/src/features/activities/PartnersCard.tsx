import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { listActivityPartnersOptions } from '@/api/generated/@tanstack/react-query.gen'
import { Card, CardBody } from '@/components/Card'
import { RowList } from '@/components/Row'
import { useSession } from '@/session/useSession'
import classes from './Activity.module.css'
import { AskToJoinDialog } from './AskToJoinDialog'
import type { Activity } from './activityQuery'
import { PartnerRow } from './PartnerRow'

/** Who asks to join, for those who lead; for others what became of their own asking, and the way to ask. */
export function PartnersCard({ activity }: { activity: Activity }) {
  const { t } = useTranslation('partners')
  const [isAsking, setAsking] = useState(false)
  const { data } = useQuery(listActivityPartnersOptions({ path: { activity_id: activity.id } }))
  const champion = useSession()?.champion
  if (!data) return null
  const mayAsk = data.actions.includes('ask')
  if (data.items.length === 0 && !mayAsk) return null
  const asked = data.items.find((item) => item.status === 'asked' && item.champion.id === champion?.id)
  return (
    <Card
      title={t('title')}
      action={
        mayAsk && (
          <Button size="xs" variant={asked ? 'default' : 'filled'} onClick={() => setAsking(true)}>
            {t(asked ? 'askAgain' : 'ask')}
          </Button>
        )
      }
    >
      {data.items.length === 0 ? (
        <CardBody>
          <p className={classes.nothing}>{t('invites')}</p>
        </CardBody>
      ) : (
        <RowList label={t('title')}>
          {data.items.map((request) => (
            <PartnerRow key={request.id} activityId={activity.id} request={request} />
          ))}
        </RowList>
      )}
      <AskToJoinDialog
        activityId={activity.id}
        asked={asked}
        opened={isAsking}
        onClose={() => setAsking(false)}
      />
    </Card>
  )
}

import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import {
  listActionItemsOptions,
  listMeetingDecisionsOptions,
} from '@/api/generated/@tanstack/react-query.gen'
import type { CarriedItem } from '@/api/generated/types.gen'
import { QueryState } from '@/components/QueryState'
import { usePermission } from '@/session/permission'
import classes from './ItemMatter.module.css'

/** What an earlier meeting decided and agreed under the item that was carried over: read when it is opened. */
export function CarriedOutcomes({ from }: { from: CarriedItem }) {
  const { t } = useTranslation('agenda')
  const [isOpen, setOpen] = useState(false)
  const maySee = usePermission('decisions:read')
  if (!maySee) return null
  return (
    <details
      className={classes.details}
      data-print="hide"
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary>{t('outcomes.open')}</summary>
      {isOpen && <Outcomes from={from} />}
    </details>
  )
}

function Outcomes({ from }: { from: CarriedItem }) {
  const { t } = useTranslation('agenda')
  const meetingId = from.meeting_id
  const decisions = useQuery(listMeetingDecisionsOptions({ path: { meeting_id: meetingId } }))
  const actions = useQuery(listActionItemsOptions({ query: { agenda_item_id: from.id, limit: 100 } }))
  const isOfItem = ({ agenda_item: item }: { agenda_item: { id: string } | null }) => item?.id === from.id
  return (
    <QueryState query={decisions} rows={1}>
      {(decided) => {
        const found = [
          ...decided.items.filter(isOfItem).map(({ id, text }) => ({ id, kind: 'decision' as const, text })),
          ...(actions.data?.items ?? []).map(({ id, title }) => ({
            id,
            kind: 'action' as const,
            text: title,
          })),
        ]
        if (found.length === 0) return <p className={classes.description}>{t('outcomes.none')}</p>
        return (
          <ul className={classes.parts}>
            {found.map(({ id, kind, text }) => (
              <li key={id}>
                <span className={classes.context}>{t(`outcomes.${kind}`)}</span> <bdi>{text}</bdi>
              </li>
            ))}
          </ul>
        )
      }}
    </QueryState>
  )
}

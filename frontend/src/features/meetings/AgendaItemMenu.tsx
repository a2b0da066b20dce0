import { ActionIcon, Menu } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { carryOverAgendaItem } from '@/api/generated/sdk.gen'
import { problemMessage } from '@/forms/problemMessage'
import classes from './Agenda.module.css'
import { ItemDecisionDialog } from './ItemDecisionDialog'
import type { AgendaItem, Meeting } from './meetingQuery'

const MergeDialog = lazy(() => import('./MergeDialog'))

interface Props {
  meeting: Meeting
  item: AgendaItem
  onUp?: (() => void) | undefined
  onDown?: (() => void) | undefined
  /** Told in a sentence what became of the item. */
  onDecided?: ((sentence: string) => void) | undefined
}

/** What one may do with an item beside deciding on it. */
export function AgendaItemMenu({ meeting, item, onUp, onDown, onDecided }: Props) {
  const { t } = useTranslation(['meetings', 'agenda'])
  const { t: tCommon } = useTranslation()
  const [asked, setAsked] = useState<'decline' | 'withdraw' | null>(null)
  const [isMerging, setMerging] = useState(false)
  const may = (verb: string) => item.actions.includes(verb)
  const isAccepted = item.status === 'accepted'
  const mayTakeOff = isAccepted && may('decline')
  const carry = useMutation({
    mutationFn: () => carryOverAgendaItem({ path: { meeting_id: meeting.id, item_id: item.id } }),
  })
  if (!may('change') && !may('withdraw') && !mayTakeOff && !may('carry-over') && !may('merge')) return null
  return (
    <>
      <Menu>
        <Menu.Target>
          <ActionIcon
            className={classes.menu}
            size={32}
            aria-label={t('agenda.itemMenu', { title: item.title })}
            data-print="hide"
          >
            <IconDots size={18} stroke={1.75} aria-hidden />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {onUp && <Menu.Item onClick={onUp}>{t('agenda.moveUp')}</Menu.Item>}
          {onDown && <Menu.Item onClick={onDown}>{t('agenda.moveDown')}</Menu.Item>}
          {may('change') && (
            <Menu.Item
              renderRoot={(props) => (
                <Link
                  to="/meetings/$meetingId/items/$itemId"
                  params={{ meetingId: meeting.id, itemId: item.id }}
                  {...props}
                />
              )}
            >
              {t('agenda.change')}
            </Menu.Item>
          )}
          {may('merge') && <Menu.Item onClick={() => setMerging(true)}>{t('agenda:merge.open')}</Menu.Item>}
          {may('carry-over') && <Menu.Item onClick={() => carry.mutate()}>{t('agenda.carryOver')}</Menu.Item>}
          {mayTakeOff && (
            <Menu.Item color="red" onClick={() => setAsked('decline')}>
              {t('agenda.takeOff')}
            </Menu.Item>
          )}
          {may('withdraw') && (
            <Menu.Item color="red" onClick={() => setAsked('withdraw')}>
              {t('agenda.withdraw')}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      {carry.error && (
        <span role="alert" className={classes.notCarried}>
          {problemMessage(carry.error, tCommon)}
        </span>
      )}
      {isMerging && (
        <Suspense>
          <MergeDialog meeting={meeting} item={item} onClose={() => setMerging(false)} onDone={onDecided} />
        </Suspense>
      )}
      <ItemDecisionDialog item={item} verb={asked} onClose={() => setAsked(null)} />
    </>
  )
}

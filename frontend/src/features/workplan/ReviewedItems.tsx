import { useWindowEvent } from '@mantine/hooks'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ReviewedItem, WorkplanReviewBody } from '@/api/generated/types.gen'
import { Card } from '@/components/Card'
import { StatusBadge, type Tone } from '@/components/StatusBadge'
import { TextLink } from '@/components/TextLink'
import { Differences } from './Differences'
import { TONES as STATUS_TONES } from './ItemBadge'
import classes from './ReviewedItems.module.css'
import { ReviewUpdate } from './ReviewUpdate'
import { type ItemStatus, STATUSES } from './search'
import { useAreaName } from './useAreas'
import { joined } from './useItemWords'

const TONES: Record<ReviewedItem['change'], Tone> = {
  added: 'active',
  changed: 'soon',
  unchanged: 'quiet',
  removed: 'quiet',
}

/** The items one after the other: j and k move, a number says the status, u writes. */
export function ReviewedItems({ review }: { review: WorkplanReviewBody }) {
  const { t } = useTranslation('workplan')
  const mayReport = review.actions.includes('report')
  const [at, setAt] = useState(0)
  const [status, setStatus] = useState<ItemStatus | null>(null)
  const rows = useRef<(HTMLLIElement | null)[]>([])
  const titles = new Map(review.items.map(({ id, title }) => [id, title]))

  const goTo = (place: number) => {
    const next = Math.max(0, Math.min(review.items.length - 1, place))
    setAt(next)
    setStatus(null)
    rows.current[next]?.focus()
  }

  useWindowEvent('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
    const number = Number(event.key)
    if (event.key === 'j') goTo(at + 1)
    else if (event.key === 'k') goTo(at - 1)
    else if (mayReport && event.key === 'u') rows.current[at]?.querySelector('textarea')?.focus()
    else if (mayReport && number >= 1 && number <= STATUSES.length) setStatus(STATUSES[number - 1] ?? null)
    else return
    event.preventDefault()
  })

  return (
    <Card>
      <p className={classes.keys} data-print="hide">
        {t('review.keys')}
        {mayReport &&
          ` ${t('review.keysForChairs', {
            statuses: STATUSES.map((value, index) => `${index + 1} ${t(`status.${value}`)}`).join(', '),
          })}`}
      </p>
      <ol className={classes.items}>
        {review.items.map((item, place) => (
          <li
            key={item.id}
            ref={(row) => {
              rows.current[place] = row
            }}
            tabIndex={-1}
            className={classes.item}
            aria-current={place === at || undefined}
            onFocus={() => {
              if (place !== at) {
                setAt(place)
                setStatus(null)
              }
            }}
          >
            <Told item={item} titles={titles} isCompared={review.before !== null} />
            {mayReport && place === at && item.now && (
              <ReviewUpdate
                key={item.id}
                item={item}
                meetingId={review.meeting.id}
                status={status}
                onStatus={setStatus}
                onDone={() => goTo(place + 1)}
              />
            )}
          </li>
        ))}
      </ol>
    </Card>
  )
}

interface ToldProps {
  item: ReviewedItem
  titles: ReadonlyMap<string, string>
  /** The first review has nothing to be compared with. */
  isCompared: boolean
}

function Told({ item, titles, isCompared }: ToldProps) {
  const { t } = useTranslation('workplan')
  const areaName = useAreaName()
  const stands = item.now?.status ?? item.status
  return (
    <>
      <div className={classes.head}>
        {item.now ? (
          <TextLink look="title" to="/workplan/$itemId" params={{ itemId: item.id }}>
            {item.title}
          </TextLink>
        ) : (
          <span>{item.title}</span>
        )}
        <span className={classes.badges}>
          {isCompared && (
            <StatusBadge tone={TONES[item.change]}>{t(`review.change.${item.change}`)}</StatusBadge>
          )}
          <StatusBadge tone={STATUS_TONES[stands]}>{t(`status.${stands}`)}</StatusBadge>
        </span>
      </div>
      <div className={classes.context}>
        {joined(item.lead?.name ?? t('table.coChairs'), areaName(item.scope_of_work))}
      </div>
      <Differences differences={item.differences} titles={titles} />
      {item.updates.map((update) => (
        <p key={update.id} className={classes.update} dir="auto">
          {t('review.told', { text: update.text })}
        </p>
      ))}
    </>
  )
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))

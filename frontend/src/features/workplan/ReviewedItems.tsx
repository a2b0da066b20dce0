import { Switch } from '@mantine/core'
import { useWindowEvent } from '@mantine/hooks'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ReviewedItem, WorkplanReviewBody } from '@/api/generated/types.gen'
import { Card } from '@/components/Card'
import { StatusBadge, type Tone } from '@/components/StatusBadge'
import { TextLink } from '@/components/TextLink'
import { useFormat } from '@/i18n/useFormat'
import { Differences } from './Differences'
import { TONES as STATUS_TONES } from './ItemBadge'
import classes from './ReviewedItems.module.css'
import { isForSomethingElse, ReviewUpdate } from './ReviewUpdate'
import { STATUSES } from './search'
import { useAreaName } from './useAreas'
import { joined, useItemWords } from './useItemWords'

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
  const [isBrief, setBrief] = useState(false)
  const rows = useRef<(HTMLLIElement | null)[]>([])
  const titles = new Map(review.items.map(({ id, title }) => [id, title]))
  const items = isBrief
    ? review.items.filter(({ change, updates }) => change !== 'unchanged' || updates.length > 0)
    : review.items

  const goTo = (place: number) => {
    const next = Math.max(0, Math.min(items.length - 1, place))
    setAt(next)
    rows.current[next]?.focus()
  }

  useWindowEvent('keydown', (event) => {
    if (isForSomethingElse(event)) return
    if (event.key === 'j') goTo(at + 1)
    else if (event.key === 'k') goTo(at - 1)
    else return
    event.preventDefault()
  })

  return (
    <Card>
      {review.before && (
        <div className={classes.counts}>
          <Counts review={review} />
          <Switch
            label={t('review.onlyChanged')}
            checked={isBrief}
            data-print="hide"
            onChange={(event) => {
              setBrief(event.currentTarget.checked)
              setAt(0)
            }}
          />
        </div>
      )}
      <p className={classes.keys} data-print="hide">
        {t('review.keys')}
        {mayReport &&
          ` ${t('review.keysForChairs', {
            statuses: STATUSES.map((value, index) => `${index + 1} ${t(`status.${value}`)}`).join(', '),
          })}`}
      </p>
      <ol className={classes.items}>
        {items.map((item, place) => (
          <li
            key={item.id}
            ref={(row) => {
              rows.current[place] = row
            }}
            tabIndex={-1}
            className={classes.item}
            aria-current={place === at || undefined}
            onFocus={() => setAt(place)}
          >
            <Told item={item} titles={titles} isCompared={review.before !== null} />
            {mayReport && place === at && item.now && (
              <ReviewUpdate
                key={item.id}
                item={item}
                meetingId={review.meeting.id}
                onDone={() => goTo(place + 1)}
              />
            )}
          </li>
        ))}
      </ol>
    </Card>
  )
}

/** "Since 8 June 2026: 7 changed, 2 new, 1 gone." */
function Counts({ review: { before, items } }: { review: WorkplanReviewBody }) {
  const { t } = useTranslation('workplan')
  const format = useFormat()
  if (!before) return null
  const count = (change: ReviewedItem['change']) =>
    format.number(items.filter((item) => item.change === change).length)
  return (
    <p>
      {t('review.counts', {
        date: format.date(before.reviewed_at),
        changed: count('changed'),
        added: count('added'),
        removed: count('removed'),
        unchanged: count('unchanged'),
      })}
    </p>
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
  const words = useItemWords()
  const moved = item.now && item.now.status !== item.status ? item.now.status : null
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
          <StatusBadge tone={STATUS_TONES[item.status]}>{t(`status.${item.status}`)}</StatusBadge>
          {moved && (
            <StatusBadge tone={STATUS_TONES[moved]}>
              {t('review.now', { status: t(`status.${moved}`) })}
            </StatusBadge>
          )}
        </span>
      </div>
      <div className={classes.context}>
        {joined(item.lead?.name ?? t('table.coChairs'), areaName(item.scope_of_work), words.dueOn(item))}
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

import { Tooltip, VisuallyHidden } from '@mantine/core'
import { useElementSize } from '@mantine/hooks'
import { type CSSProperties, Fragment, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import type { WorkplanItemSummary } from '@/api/generated/types.gen'
import { Card } from '@/components/Card'
import { TextLink } from '@/components/TextLink'
import type { Area } from './search'
import classes from './Timeline.module.css'
import { AroundLane } from './TimelineAround'
import { type Bar, isDated, layOut, placeOf, type Scale, scaleOf } from './timelineLayout'
import { useAreas } from './useAreas'
import { joined, useItemWords } from './useItemWords'

const CHARACTER = 6.9
const PADDING = 24

interface Props {
  items: readonly WorkplanItemSummary[]
  /** The areas to show, all of them unless some are chosen. */
  areas: readonly Area[]
  /** Null for a plan whose time is over. */
  today: string | null
}

/** What is around the plan, then a lane for each area. What it shows at a glance, the table says exactly. */
export function Timeline({ items, areas, today }: Props) {
  const { t } = useTranslation('workplan')
  const { ref, width } = useElementSize()
  const lanes = useAreas().filter(({ key }) => areas.includes(key))
  const scale = scaleOf(items, today)
  const undated = items.filter((item) => !isDated(item))
  const share = (pixels: number) => (width > 0 ? pixels / width : 0)

  return (
    <Card>
      <section className={classes.timeline} aria-label={t('timeline.label')}>
        <VisuallyHidden>{t('timeline.tableHint')}</VisuallyHidden>
        <div className={classes.grid} style={{ '--quarters': scale.quarters.length } as CSSProperties}>
          <div className={classes.corner} />
          <div className={classes.axis} aria-hidden dir="ltr" ref={ref}>
            {scale.quarters.map(({ year, quarter, start }, index) => (
              <span key={start} style={{ insetInlineStart: `${placeOf(start, scale) * 100}%` }}>
                {index === 0 || quarter === 1
                  ? t('timeline.quarterOfYear', { quarter, year })
                  : t('timeline.quarter', { quarter })}
              </span>
            ))}
          </div>
          <AroundLane scale={scale} labelShare={(words) => share(words.length * CHARACTER + PADDING)} />
          {lanes.map(({ key, name }) => {
            const lane = items.filter((item) => item.scope_of_work === key)
            const { bars, rows } = layOut(lane, scale, (item) =>
              share(item.title.length * CHARACTER + PADDING),
            )
            return (
              <Fragment key={key}>
                <h3 className={classes.lane} id={`lane-${key}`}>
                  {name}
                </h3>
                <ul
                  className={classes.plot}
                  aria-labelledby={`lane-${key}`}
                  dir="ltr"
                  style={{ blockSize: `${rows * 34 + 12}px` }}
                >
                  {bars.map((bar) => (
                    <BarLink key={bar.item.id} bar={bar} />
                  ))}
                  {bars.length === 0 && <li className={classes.nothing}>{t('timeline.nothing')}</li>}
                </ul>
              </Fragment>
            )
          })}
          {today && <Today today={today} scale={scale} />}
        </div>
        {undated.length > 0 && (
          <p className={classes.undated}>
            {t('timeline.undated')}:{' '}
            {undated.map((item, index) => (
              <Fragment key={item.id}>
                {index > 0 && ' · '}
                <TextLink to="/workplan/$itemId" params={{ itemId: item.id }}>
                  {item.title}
                </TextLink>
              </Fragment>
            ))}
          </p>
        )}
      </section>
    </Card>
  )
}

function BarLink({ bar }: { bar: Bar<WorkplanItemSummary> }) {
  const { t } = useTranslation(['workplan', 'common'])
  const words = useItemWords()
  const { item, start, barStart, barWidth, occupied, row } = bar
  const status = item.is_overdue
    ? t('common:daysLate', { count: item.days_late })
    : t(`status.${item.status}`)

  return (
    <li
      className={classes.bar}
      data-tone={item.is_overdue ? 'late' : item.status}
      style={{
        insetInlineStart: `${start * 100}%`,
        inlineSize: `${occupied * 100}%`,
        insetBlockStart: `${row * 34 + 8}px`,
      }}
    >
      <Tooltip
        multiline
        maw={360}
        events={{ hover: true, focus: true, touch: false }}
        label={joined(status, words.lead(item), words.dates(item))}
      >
        <TextLink
          look="title"
          className={classes.link}
          to="/workplan/$itemId"
          params={{ itemId: item.id }}
          aria-label={t('timeline.bar', { title: item.title, status, dates: words.dates(item) })}
        >
          <span
            className={classes.fill}
            style={{ insetInlineStart: `${barStart * 100}%`, inlineSize: `${barWidth * 100}%` }}
          />
          <span className={classes.title} dir="auto">
            {item.title}
          </span>
        </TextLink>
      </Tooltip>
    </li>
  )
}

function Today({ today, scale }: { today: string; scale: Scale }) {
  const { t } = useTranslation('workplan')
  const line = useRef<HTMLDivElement>(null)
  useEffect(() => showInScroller(line.current), [])
  const place = `${placeOf(Date.parse(today), scale) * 100}%`

  return (
    <div className={classes.overlay} aria-hidden>
      <div className={classes.days} dir="ltr">
        <div ref={line} className={classes.today} style={{ insetInlineStart: place }}>
          <span>{t('timeline.today')}</span>
        </div>
      </div>
    </div>
  )
}

/** On a narrow screen the timeline begins around today, whichever way one reads. */
function showInScroller(line: HTMLElement | null): void {
  const scroller = line?.closest('section')
  if (!line || !scroller) return
  const frame = scroller.getBoundingClientRect()
  scroller.scrollBy({ left: line.getBoundingClientRect().left - frame.left - frame.width / 2 })
}

import { Tooltip } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { listMeetingsOptions, listProcessesOptions } from '@/api/generated/@tanstack/react-query.gen'
import { TextLink } from '@/components/TextLink'
import { useFormat } from '@/i18n/useFormat'
import classes from './Timeline.module.css'
import around from './TimelineAround.module.css'
import { type Bar, layOut, periodOf, placeOf, type Scale } from './timelineLayout'

const ROW = 34

interface Props {
  scale: Scale
  /** The share of the width that words take. */
  labelShare: (words: string) => number
}

interface Around {
  id: string
  kind: 'meeting' | 'process'
  title: string
  /** What stands beside the mark: a meeting's day says more than its title. */
  words: string
  starts_on: string
  due_on: string
  told: string
}

/** The meetings that go through the plan, and the processes that it works towards. */
export function AroundLane({ scale, labelShare }: Props) {
  const { t } = useTranslation('workplan')
  const shown = useAround(scale)
  const { bars, rows } = layOut(shown, scale, ({ words }) => labelShare(words))
  if (shown.length === 0) return null

  return (
    <>
      <h3 className={classes.lane} id="lane-around">
        {t('timeline.around')}
      </h3>
      <ul
        className={classes.plot}
        aria-labelledby="lane-around"
        dir="ltr"
        style={{ blockSize: `${rows * ROW + 12}px` }}
      >
        {bars.map((bar) => (
          <AroundMark key={bar.item.id} bar={bar} />
        ))}
      </ul>
      <div className={classes.overlay} aria-hidden>
        <div className={classes.days} dir="ltr">
          {shown
            .filter(({ kind }) => kind === 'meeting')
            .map(({ id, starts_on }) => (
              <div
                key={id}
                className={around.day}
                style={{ insetInlineStart: `${placeOf(Date.parse(starts_on), scale) * 100}%` }}
              />
            ))}
        </div>
      </div>
    </>
  )
}

function AroundMark({ bar }: { bar: Bar<Around> }) {
  const { item, start, barStart, barWidth, occupied, row } = bar
  const said = { className: around.link, 'data-kind': item.kind, 'aria-label': item.told }
  const shown = (
    <>
      <span
        className={around.mark}
        style={{ insetInlineStart: `${barStart * 100}%`, inlineSize: `${barWidth * 100}%` }}
      />
      <span className={around.words} data-before={barStart > 0 || undefined} dir="auto">
        {item.words}
      </span>
    </>
  )
  return (
    <li
      className={classes.bar}
      style={{
        insetInlineStart: `${start * 100}%`,
        inlineSize: `${occupied * 100}%`,
        insetBlockStart: `${row * ROW + 8}px`,
      }}
    >
      <Tooltip multiline maw={360} events={{ hover: true, focus: true, touch: false }} label={item.told}>
        {item.kind === 'meeting' ? (
          <TextLink look="title" to="/meetings/$meetingId" params={{ meetingId: item.id }} {...said}>
            {shown}
          </TextLink>
        ) : (
          <TextLink look="title" to="/processes" search={{ q: item.title }} {...said}>
            {shown}
          </TextLink>
        )}
      </Tooltip>
    </li>
  )
}

const NOT_HELD: readonly string[] = ['cancelled', 'postponed']
const rarelyChanging = { staleTime: 300_000 }

function useAround(scale: Scale): Around[] {
  const { t } = useTranslation('workplan')
  const format = useFormat()
  const query = { ...periodOf(scale), limit: 100, sort: 'starts_on' as const }
  const processes = useQuery({ ...listProcessesOptions({ query }), ...rarelyChanging }).data?.items ?? []
  const meetings =
    useQuery({ ...listMeetingsOptions({ query: { ...query, sort: 'starts_at' } }), ...rarelyChanging }).data
      ?.items ?? []
  return [
    ...processes.map(({ id, title, starts_on, ends_on }) => ({
      id,
      title,
      starts_on,
      kind: 'process' as const,
      words: title,
      due_on: ends_on,
      told: t('timeline.process', { title, dates: format.dateRange(starts_on, ends_on) }),
    })),
    ...meetings
      .filter(({ status }) => !NOT_HELD.includes(status))
      .map(({ id, title, starts_at }) => ({
        id,
        title,
        kind: 'meeting' as const,
        words: format.dateShort(starts_at),
        starts_on: starts_at.slice(0, 10),
        due_on: starts_at.slice(0, 10),
        told: t('timeline.meeting', { title, date: format.date(starts_at) }),
      })),
  ]
}

import { NumberInput, TextInput } from '@mantine/core'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { findMeetingSlots } from '@/api/generated/sdk.gen'
import type { SlotsWanted } from '@/api/generated/types.gen'
import { ButtonLink } from '@/components/ButtonLink'
import { Card, CardBody } from '@/components/Card'
import { Columns } from '@/components/Columns'
import { EmptyState } from '@/components/EmptyState'
import { PageHeader } from '@/components/PageHeader'
import { QueryState } from '@/components/QueryState'
import { RowList } from '@/components/Row'
import { TextLink } from '@/components/TextLink'
import { useListSearch } from '@/lists/useListSearch'
import { SlotRow } from './SlotRow'
import classes from './TimePicker.module.css'

export type FindTimeSearch = {
  from?: string | undefined
  to?: string | undefined
  duration?: number | undefined
  /** A postponed meeting that gets its new date. */
  meeting?: string | undefined
}

/** A day so many days from today, as the API takes it. */
const day = (inDays: number): string => new Date(Date.now() + inDays * 86_400_000).toISOString().slice(0, 10)

const slotsQuery = (body: SlotsWanted) => ({
  queryKey: ['findMeetingSlots', body] as const,
  queryFn: async ({ signal }: { signal: AbortSignal }) => (await findMeetingSlots({ body, signal })).data,
})

/** The fairest times of the days that one has in mind, with what the clocks show in every place. */
export function FindTimePage({ search }: { search: FindTimeSearch }) {
  const { t } = useTranslation('timepicker')
  const { setSearch } = useListSearch(search)
  const [ticked, setTicked] = useState<readonly string[]>([])
  const tick = (at: string) =>
    setTicked((before) => (before.includes(at) ? before.filter((other) => other !== at) : [...before, at]))
  const [usual] = useState(() => ({ from: day(14), to: day(44) }))
  const from = search.from ?? usual.from
  const to = search.to ?? usual.to
  const duration = search.duration ?? 90
  const query = useQuery({
    ...slotsQuery({ from, to, duration_minutes: duration, limit: 8 }),
    placeholderData: keepPreviousData,
  })
  return (
    <>
      <PageHeader
        trail={<TextLink to="/meetings">{t('trail')}</TextLink>}
        title={t('title')}
        summary={t('summary')}
      />
      <Columns>
        <Card>
          <CardBody>
            <div className={classes.wishes}>
              <TextInput
                type="date"
                label={t('from')}
                value={from}
                onChange={(event) =>
                  event.currentTarget.value && setSearch({ from: event.currentTarget.value })
                }
              />
              <TextInput
                type="date"
                label={t('to')}
                value={to}
                min={from}
                onChange={(event) =>
                  event.currentTarget.value && setSearch({ to: event.currentTarget.value })
                }
              />
              <NumberInput
                label={t('duration')}
                value={duration}
                min={5}
                max={1440}
                step={15}
                onChange={(value) => Number(value) >= 5 && setSearch({ duration: Number(value) })}
              />
            </div>
          </CardBody>
        </Card>
        <Card title={t('found')}>
          <QueryState query={query} rows={5}>
            {({ items, places }) =>
              items.length === 0 ? (
                <EmptyState title={t('empty')}>{t('emptyHelp')}</EmptyState>
              ) : (
                <RowList ordered>
                  {items.map((slot, index) => (
                    <SlotRow
                      key={slot.starts_at}
                      slot={slot}
                      places={places}
                      duration={duration}
                      meetingId={search.meeting}
                      isFirst={index === 0}
                      isTicked={ticked.includes(slot.starts_at)}
                      onTick={() => tick(slot.starts_at)}
                    />
                  ))}
                </RowList>
              )
            }
          </QueryState>
        </Card>
        {ticked.length > 0 && (
          <div className={classes.ticked}>
            <span role="status">{t('ticked', { count: ticked.length })}</span>
            <ButtonLink
              to="/meetings/date-polls/new"
              search={{ starts: [...ticked], duration, meeting: search.meeting }}
              variant="filled"
            >
              {t('ask')}
            </ButtonLink>
          </div>
        )}
        <p className={classes.scale}>{t('scale')}</p>
      </Columns>
    </>
  )
}

import { describe, expect, it } from 'vitest'
import { weeksOf } from '@/calendar/calendarMonth'
import { agendaOf, isAllMonth, weekLayout } from './monthLayout'

const on = (id: string, starts_on: string, ends_on: string | null = null) => ({
  id,
  status: 'planned' as const,
  starts_on,
  ends_on,
})
const [week = []] = weeksOf('2026-12', 'en-GB').slice(1)

describe('a week of the calendar', () => {
  it('has every activity on its days, none over another', () => {
    const items = [
      on('long', '2026-12-01', '2026-12-31'),
      on('two days', '2026-12-08', '2026-12-09'),
      on('beside it', '2026-12-09'),
      on('behind it', '2026-12-10'),
      on('elsewhere', '2026-12-24'),
    ]

    const { segments } = weekLayout(week, items, 3)

    expect(segments.map(({ item, column, days, lane }) => [item.id, column, days, lane])).toEqual([
      ['long', 0, 7, 0],
      ['two days', 1, 2, 1],
      ['beside it', 2, 1, 2],
      ['behind it', 3, 1, 1],
    ])
    expect(segments.map(({ isContinued, goesOn }) => [isContinued, goesOn])[0]).toEqual([true, true])
  })

  it('has no line for what is called off where it would take that of what takes place', () => {
    const cancelled = { ...on('cancelled', '2026-12-07', '2026-12-09'), status: 'cancelled' as const }

    const { segments, more } = weekLayout(week, [cancelled, on('planned', '2026-12-08')], 1)

    expect(segments.map(({ item }) => item.id)).toEqual(['planned'])
    expect(more).toEqual([1, 1, 1, 0, 0, 0, 0])
  })

  it('says how many of a day have no line', () => {
    const items = ['a', 'b', 'c', 'd', 'e'].map((id) => on(id, '2026-12-07'))

    const { segments, more } = weekLayout(week, items, 3)

    expect(segments).toHaveLength(3)
    expect(more).toEqual([2, 0, 0, 0, 0, 0, 0])
  })
})

it('lists a month day by day, what had begun before last', () => {
  const items = [
    on('later', '2026-12-09'),
    on('before', '2026-11-20', '2026-12-02'),
    on('sooner', '2026-12-03'),
    on('over', '2026-11-20'),
    on('next month', '2027-01-01'),
  ]

  expect(agendaOf('2026-12', items).map(([day, found]) => [day, found.map(({ id }) => id)])).toEqual([
    ['2026-12-03', ['sooner']],
    ['2026-12-09', ['later']],
    [null, ['before']],
  ])
})

it('tells what goes on all month from what begins or ends in it', () => {
  const long = on('long', '2026-11-09', '2027-02-17')

  expect(['2026-11', '2026-12', '2027-01', '2027-02'].map((month) => isAllMonth(long, month))).toEqual([
    false,
    true,
    true,
    false,
  ])
})

import { expect, it } from 'vitest'
import { layOut, periodOf, placeOf, scaleOf } from './timelineLayout'

const item = (title: string, starts_on: string | null, due_on: string | null) => ({
  title,
  starts_on,
  due_on,
})

it('shows whole quarters around the items and today', () => {
  const scale = scaleOf([item('Calls', '2026-05-10', '2026-09-30')], '2026-11-24')

  expect(scale.quarters.map(({ year, quarter }) => `${year} Q${quarter}`)).toEqual([
    '2026 Q2',
    '2026 Q3',
    '2026 Q4',
  ])
  expect(placeOf(Date.UTC(2026, 3, 1), scale)).toBe(0)
  expect(placeOf(Date.UTC(2027, 0, 1), scale)).toBe(1)
})

it('counts the day on which an item is due as part of it', () => {
  const scale = scaleOf([item('All year', '2026-01-01', '2026-12-31')], '2026-06-01')

  const { bars } = layOut([item('All year', '2026-01-01', '2026-12-31')], scale, () => 0)

  expect(bars[0]).toMatchObject({ start: 0, barStart: 0, barWidth: 1, row: 0 })
})

it('puts items that overlap, or whose words would, into rows of their own', () => {
  const items = [
    item('Spring', '2026-01-01', '2026-03-31'),
    item('Summer', '2026-04-01', '2026-06-30'),
    item('Long', '2026-02-01', '2026-12-31'),
  ]
  const scale = scaleOf(items, '2026-06-01')
  const rowsOf = (labelShare: number) =>
    Object.fromEntries(layOut(items, scale, () => labelShare).bars.map((bar) => [bar.item.title, bar.row]))

  expect(rowsOf(0)).toEqual({ Spring: 0, Long: 1, Summer: 0 })
  expect(rowsOf(0.3)).toEqual({ Spring: 0, Long: 1, Summer: 2 })
})

it('leaves out what has no date, and lets words never run over the edge', () => {
  const items = [item('Undated', null, null), item('Late', null, '2026-12-31')]
  const scale = scaleOf(items, '2026-12-01')

  const { bars } = layOut(items, scale, () => 0.5)

  expect(bars.map((bar) => bar.item.title)).toEqual(['Late'])
  expect(bars[0]).toMatchObject({ start: 0.5, occupied: 0.5 })
  expect(bars[0] && bars[0].barStart + bars[0].barWidth).toBeCloseTo(1)
})

it('shows of what is longer than the plan the part within it', () => {
  const plan = scaleOf([item('All year', '2026-01-01', '2026-12-31')], '2026-06-01')

  const { bars } = layOut([item('Third round', '2025-01-01', '2028-03-31')], plan, () => 0)

  expect(bars[0]).toMatchObject({ start: 0, barStart: 0, barWidth: 1 })
  expect(periodOf(plan)).toEqual({ from: '2026-01-01', until: '2026-12-31' })
})

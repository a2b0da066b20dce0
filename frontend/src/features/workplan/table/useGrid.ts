import { type KeyboardEvent, type RefObject, useLayoutEffect, useRef, useState } from 'react'
import { between, type Grounds, HEAD, type Place, placeAfter } from './gridPlaces'

interface Options {
  grid: RefObject<HTMLElement | null>
  grounds: Grounds
  /** The key of what stands on a line, where it can be selected. */
  keyAt: (line: number) => string | undefined
  /** What Enter does in a cell; false where it has its own meaning there. */
  onOpen: (place: Place) => boolean
}

/** Focus, movement and selection of a grid, after WAI-ARIA: one tab stop, arrows within. */
export function useGrid({ grid, grounds, keyAt, onOpen }: Options) {
  const [active, setActive] = useState<Place>({ line: grounds.lines[0] ?? HEAD, column: 1 })
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const anchor = useRef<number | null>(null)
  const toFocus = useRef<Place | null>(null)
  const isLost = active.line !== HEAD && !grounds.lines.includes(active.line)
  const place = isLost ? { ...active, line: grounds.lines[0] ?? HEAD } : active

  useLayoutEffect(() => {
    if (!toFocus.current) return
    const cell = cellAt(grid.current, toFocus.current)
    if (!cell) return
    toFocus.current = null
    cell.focus({ preventScroll: true })
    cell.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  })

  const goTo = (next: Place) => {
    toFocus.current = next
    setActive({ ...next })
  }

  const toggle = (line: number) => {
    const key = keyAt(line)
    if (!key) return
    anchor.current = line
    setSelected((before) => {
      const after = new Set(before)
      if (!after.delete(key)) after.add(key)
      return after
    })
  }

  const extendTo = (line: number) => {
    anchor.current ??= place.line
    const lines = between(grounds.lines, anchor.current, line)
    setSelected(new Set(lines.map(keyAt).filter((key) => key !== undefined)))
  }

  const all = () => grounds.lines.map(keyAt).filter((key) => key !== undefined)

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.altKey) return
    const next = placeAfter(event, place, grounds)
    if (next) {
      event.preventDefault()
      if (event.shiftKey && next.line !== HEAD && next.line !== place.line) extendTo(next.line)
      else if (!event.shiftKey) anchor.current = null
      goTo(next)
    } else if (event.key === ' ' && place.line !== HEAD) {
      event.preventDefault()
      if (event.shiftKey) extendTo(place.line)
      else toggle(place.line)
    } else if ((event.ctrlKey || event.metaKey) && event.key === 'a') {
      event.preventDefault()
      setSelected(new Set(all()))
    } else if (event.key === 'Escape' && selected.size > 0) {
      event.preventDefault()
      setSelected(new Set())
    } else if ((event.key === 'Enter' || event.key === 'F2') && onOpen(place)) {
      event.preventDefault()
    }
  }

  return { active: place, setActive, goTo, selected, setSelected, toggle, extendTo, all, onKeyDown }
}

/** What takes the focus in a cell: its one control, or the cell itself. */
function cellAt(grid: HTMLElement | null, { line, column }: Place): HTMLElement | null {
  const cell = grid?.querySelector<HTMLElement>(`[data-line="${line}"][data-column="${column}"]`)
  return cell?.querySelector<HTMLElement>('[data-control]') ?? cell ?? null
}

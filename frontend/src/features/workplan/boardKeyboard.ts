import type { KeyboardCoordinateGetter } from '@dnd-kit/core'

/** The arrow keys carry an item to the next column as the eye sees it, also where one reads from right to left. */
export const toNextColumn: KeyboardCoordinateGetter = (event, { context }) => {
  const steps: Record<string, number> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }
  const step = steps[event.code]
  const { droppableRects, over, collisionRect } = context
  if (!step || !collisionRect) return undefined
  event.preventDefault()
  const columns = [...droppableRects.entries()].sort(
    ([, one], [, other]) => one.left - other.left || one.top - other.top,
  )
  const here = columns.findIndex(([id]) => id === over?.id)
  const next = columns[Math.min(Math.max(here + step, 0), columns.length - 1)]?.[1]
  return next && { x: next.left + 8, y: next.top + 48 }
}

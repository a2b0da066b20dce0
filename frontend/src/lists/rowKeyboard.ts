import type { KeyboardEvent } from 'react'

const STEPS: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 }

/** `<RowList onKeyDown={byArrowKeys}>`: from the title of one row to that of the next; Enter opens it, as any link. */
export function byArrowKeys(event: KeyboardEvent<HTMLElement>): void {
  const step = STEPS[event.key]
  const row = event.target instanceof HTMLAnchorElement && event.target.closest('li')
  if (!step || !row) return
  const next = step > 0 ? row.nextElementSibling : row.previousElementSibling
  const link = next?.querySelector('a')
  if (!link) return
  event.preventDefault()
  link.focus()
}

/**
 * On arriving at another page, the focus goes to its title, so that a screen reader says where one is. The title may
 * come later than the page (its texts or its record are loading), so whoever mounts first while one arrives takes it.
 */
let isArriving = false

export const TITLE_ID = 'page-title'

export function beginArrival(): void {
  isArriving = true
}

export function focusTitleOrContent(): void {
  const target = document.getElementById(TITLE_ID) ?? document.getElementById('content')
  target?.focus({ preventScroll: true })
}

export function focusOnArrival(title: HTMLElement | null): void {
  if (!isArriving) return
  isArriving = false
  title?.focus({ preventScroll: true })
}

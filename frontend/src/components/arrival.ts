/**
 * On arriving at another page, the focus goes to its title, so that a screen reader says where one is. The title may
 * come later than the page (its texts or its record are loading), and the one of the page one leaves may linger. So
 * the content has the focus until a title mounts, and each title that mounts takes it, unless the person went on.
 */
let isArriving = false
let hasMoved = false

export const TITLE_ID = 'page-title'
const CONTENT_ID = 'content'

export function beginArrival(): void {
  isArriving = true
  hasMoved = true
}

export function focusContent(): void {
  if (isArriving) document.getElementById(CONTENT_ID)?.focus({ preventScroll: true })
}

export function focusOnArrival(title: HTMLElement | null): void {
  if (!isArriving && !(hasMoved && isFocusIdle())) return
  isArriving = false
  title?.focus({ preventScroll: true })
}

function isFocusIdle(): boolean {
  const focused = document.activeElement
  return focused === document.body || focused?.id === TITLE_ID || focused?.id === CONTENT_ID
}

import { useLocalStorage } from '@mantine/hooks'
import { type RefObject, useEffect, useRef } from 'react'
import { toggleFullScreen } from './fullScreen'
import type { Room } from './roomQuery'
import { type Step, useRoomSteps } from './useRoomSteps'

export interface Shortcuts {
  areOn: boolean
  turn: (on: boolean) => void
}

/** What a key does in the room as it stands; nothing where this person may not. */
function stepFor(key: string, room: Room): Step | null {
  const may = (verb: string) => room.actions.includes(verb)
  const [first] = room.speakers.filter(({ status }) => status === 'waiting')
  const speaking = room.speakers.find(({ status }) => status === 'speaking')
  switch (key) {
    case 'n':
      return may('move') && room.next_item_id ? { verb: 'move' } : null
    case 'p':
      return may('pause') ? { verb: 'pause' } : may('resume') ? { verb: 'resume' } : null
    case 's':
      return first?.actions.includes('give-floor') ? { verb: 'give-floor', speakerId: first.id } : null
    case 'd':
      return speaking?.actions.includes('finish') ? { verb: 'finish', speakerId: speaking.id } : null
    default:
      return null
  }
}

/**
 * The chair's keys. They are single letters, so they can be turned off (WCAG 2.2, 2.1.4), and do nothing while somebody
 * writes or a dialog is open.
 */
export function useShortcuts(room: Room, stage: RefObject<HTMLElement | null>): Shortcuts {
  const [areOn, turn] = useLocalStorage({ key: 'champions.room-shortcuts', defaultValue: true })
  const steps = useRoomSteps(room.id)
  const now = useRef({ room, steps })
  now.current = { room, steps }
  useEffect(() => {
    if (!areOn) return
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.repeat || isElsewhere(event.target)) return
      if (event.key === 'f' && stage.current) return void toggleFullScreen(stage.current)
      const step = stepFor(event.key, now.current.room)
      if (step && !now.current.steps.isPending) now.current.steps.mutate(step)
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [areOn, stage])
  return { areOn, turn }
}

const isElsewhere = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    target.closest('input, textarea, select, [role="dialog"], [role="menu"], [role="combobox"]') !== null)

import { useEffect, useState } from 'react'

export interface Clock {
  spent: number
  runs_since: string | null
}

/** Seconds that a clock shows at `now` (ms): what it showed when it last stopped, and what it has run since. */
export function secondsAt({ spent, runs_since }: Clock, now: number): number {
  return spent + (runs_since ? Math.max(0, (now - Date.parse(runs_since)) / 1000) : 0)
}

/** "4:32", "1:04:05"; without a sign. */
export function clockFace(seconds: number): string {
  const whole = Math.floor(Math.abs(seconds))
  const two = (value: number) => String(value).padStart(2, '0')
  const [hours, minutes] = [Math.floor(whole / 3600), Math.floor((whole % 3600) / 60)]
  return hours ? `${hours}:${two(minutes)}:${two(whole % 60)}` : `${minutes}:${two(whole % 60)}`
}

export type Urgency = 'ample' | 'little' | 'over'

/** Little is left in the last fifth of an item's time, and in its last minute in any case. */
export function urgencyOf(left: number, minutes: number): Urgency {
  if (left < 0) return 'over'
  return left <= Math.max(60, minutes * 12) ? 'little' : 'ample'
}

/** The service's present in ms, told anew each second; it stands still where nothing runs. */
export function useNow(aheadMs: number, isRunning: boolean): number {
  const [now, setNow] = useState(() => Date.now() + aheadMs)
  useEffect(() => {
    setNow(Date.now() + aheadMs)
    if (!isRunning) return
    const timer = setInterval(() => setNow(Date.now() + aheadMs), 1000)
    return () => clearInterval(timer)
  }, [aheadMs, isRunning])
  return now
}

/** The day it is by UTC, as the service reckons it: `2026-11-24`. */
export const today = (): string => new Date().toISOString().slice(0, 10)

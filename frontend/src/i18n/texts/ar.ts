import type { Texts } from '../i18n'
import common from '../locales/ar/common.json'
import shell from '../locales/ar/shell.json'

/** The Arabic texts: what every screen needs comes at once, the rest with the screen that asks for it. */
export const first: Record<string, Texts> = { common, shell }

export const others = import.meta.glob<{ default: Texts }>([
  '../locales/ar/*.json',
  '!../locales/ar/{common,shell}.json',
])

import type { Texts } from '../i18n'
import common from '../locales/es/common.json'
import shell from '../locales/es/shell.json'

/** The Spanish texts: what every screen needs comes at once, the rest with the screen that asks for it. */
export const first: Record<string, Texts> = { common, shell }

export const others = import.meta.glob<{ default: Texts }>([
  '../locales/es/*.json',
  '!../locales/es/{common,shell}.json',
])

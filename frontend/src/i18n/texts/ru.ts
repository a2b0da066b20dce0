import type { Texts } from '../i18n'
import common from '../locales/ru/common.json'
import shell from '../locales/ru/shell.json'

/** The Russian texts: what every screen needs comes at once, the rest with the screen that asks for it. */
export const first: Record<string, Texts> = { common, shell }

export const others = import.meta.glob<{ default: Texts }>([
  '../locales/ru/*.json',
  '!../locales/ru/{common,shell}.json',
])

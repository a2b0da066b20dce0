import type { Texts } from '../i18n'
import common from '../locales/fr/common.json'
import shell from '../locales/fr/shell.json'

/** The French texts: what every screen needs comes at once, the rest with the screen that asks for it. */
export const first: Record<string, Texts> = { common, shell }

export const others = import.meta.glob<{ default: Texts }>([
  '../locales/fr/*.json',
  '!../locales/fr/{common,shell}.json',
])

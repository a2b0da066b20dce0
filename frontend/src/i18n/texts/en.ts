import type { Texts } from '../i18n'
import common from '../locales/en/common.json'
import shell from '../locales/en/shell.json'

/** The English texts: what every screen needs comes at once, the rest with the screen that asks for it. */
export const first: Record<string, Texts> = { common, shell }

export const others = import.meta.glob<{ default: Texts }>([
  '../locales/en/*.json',
  '!../locales/en/{common,shell}.json',
])

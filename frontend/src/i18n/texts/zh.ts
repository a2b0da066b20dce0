// some systems bring no Chinese letters: those of a page are fetched by the hundred, by whoever reads Chinese
import '@fontsource-variable/noto-sans-sc'
import type { Texts } from '../i18n'
import common from '../locales/zh/common.json'
import shell from '../locales/zh/shell.json'

/** The Chinese texts: what every screen needs comes at once, the rest with the screen that asks for it. */
export const first: Record<string, Texts> = { common, shell }

export const others = import.meta.glob<{ default: Texts }>([
  '../locales/zh/*.json',
  '!../locales/zh/{common,shell}.json',
])

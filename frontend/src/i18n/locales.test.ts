import { describe, expect, it } from 'vitest'

type Tree = { [key: string]: string | Tree }

const files = import.meta.glob<Tree>('./locales/*/*.json', { eager: true, import: 'default' })
const namespaces = [...new Set(Object.keys(files).map((path) => path.split('/').at(-1) ?? ''))]

const PLURAL = /_(zero|one|two|few|many|other)$/

function texts(tree: Tree, prefix = ''): [key: string, text: string][] {
  return Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [[`${prefix}${key}`, value] as [string, string]]
      : texts(value, `${prefix}${key}.`),
  )
}

/** Variables by key; the plural forms of a key count as one, and may leave out the count ("one day"). */
function variables(tree: Tree): Record<string, string[]> {
  const found: Record<string, Set<string>> = {}
  for (const [key, text] of texts(tree)) {
    const base = key.replace(PLURAL, '')
    found[base] ??= new Set()
    for (const [, name = ''] of text.matchAll(/{{\s*(\w+)/g)) found[base].add(name)
  }
  return Object.fromEntries(Object.entries(found).map(([key, names]) => [key, [...names].sort()]))
}

function pluralKeys(tree: Tree): string[] {
  return [
    ...new Set(
      texts(tree)
        .map(([key]) => key)
        .filter((key) => PLURAL.test(key))
        .map((key) => key.replace(PLURAL, '')),
    ),
  ]
}

describe.each(namespaces)('%s', (namespace) => {
  const of = (language: string) => files[`./locales/${language}/${namespace}`] ?? {}

  it.each(['fr', 'ar', 'ru', 'es', 'zh'])('has in %s the keys and variables of English', (language) => {
    expect(variables(of(language))).toEqual(variables(of('en')))
  })

  it.each(['en', 'fr', 'ar', 'ru', 'es', 'zh'])(
    'has in %s every plural form that the language needs',
    (language) => {
      const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories
      const present = new Set(texts(of(language)).map(([key]) => key))
      const missing = pluralKeys(of(language))
        .flatMap((key) => forms.map((form) => `${key}_${form}`))
        .filter((key) => !present.has(key))
      expect(missing).toEqual([])
    },
  )
})

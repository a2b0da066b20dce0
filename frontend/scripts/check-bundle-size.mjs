/** Fails when the JavaScript that a first screen needs exceeds 200 kB compressed. Reads Vite's manifest after a build. */
import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'

const LIMIT = 200_000
const DIST = new URL('../dist/', import.meta.url)
const FIRST_SCREENS = { Home: 'src/routes/index.tsx', 'Sign in': 'src/routes/sign-in.tsx' }
/** What every screen loads on demand before it shows: the texts of the shell. */
const TEXTS = ['src/i18n/texts/en.ts']

const manifest = JSON.parse(readFileSync(new URL('.vite/manifest.json', DIST), 'utf8'))

/** A chunk and all it imports statically. */
function filesOf(key, seen = new Set()) {
  const chunk = manifest[key]
  if (!chunk)
    throw new Error(`The manifest has no ${key}. Build first, then adapt this script to the routes.`)
  if (seen.has(chunk.file)) return seen
  if (chunk.file.endsWith('.js')) seen.add(chunk.file)
  for (const imported of chunk.imports ?? []) filesOf(imported, seen)
  return seen
}

/** The lazily loaded parts of a route: its own chunks, split off by the router. */
const partsOf = (route) => Object.keys(manifest).filter((key) => key.split('?')[0] === route)

const compressed = (file) => gzipSync(readFileSync(new URL(file, DIST))).length
const kilobytes = (bytes) => `${(bytes / 1000).toFixed(1)} kB`.padStart(9)

let failed = false
for (const [screen, route] of Object.entries(FIRST_SCREENS)) {
  const parts = partsOf(route)
  if (parts.length === 0) throw new Error(`The manifest has no chunk of ${route}.`)
  const seen = new Set()
  for (const key of ['index.html', ...parts, ...TEXTS]) filesOf(key, seen)
  const sizes = [...seen].map((file) => [file, compressed(file)]).sort((a, b) => b[1] - a[1])
  const total = sizes.reduce((sum, [, size]) => sum + size, 0)
  failed ||= total > LIMIT
  console.log(`${screen}: ${kilobytes(total)} of at most ${kilobytes(LIMIT)} compressed`)
  for (const [file, size] of sizes) console.log(`  ${kilobytes(size)}  ${file}`)
}
process.exitCode = failed ? 1 : 0

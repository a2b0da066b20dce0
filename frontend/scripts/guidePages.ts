import { readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { Marked } from 'marked'
import type { Plugin } from 'vite'

/**
 * A guide is one Markdown file in `docs/`, read where the code is kept and in the app alike: imported there, it is the HTML
 * below its title, with headings that can be linked to and pictures that travel with the built app.
 */
export const guidePages: Plugin = {
  name: 'guide-pages',
  transform(markdown, file) {
    if (!file.endsWith('.md')) return
    const pictures: string[] = []
    const marked = new Marked({
      renderer: {
        heading({ tokens, depth, text }) {
          if (depth === 1) return ''
          return `<h${depth} id="${anchorOf(text)}">${this.parser.parseInline(tokens)}</h${depth}>`
        },
        image({ href, text }) {
          const place = pictures.push(href) - 1
          const { width, height } = sizeOf(resolve(dirname(file), href))
          return `<a href="%${place}%"><img src="%${place}%" alt="${text}" width="${width}" height="${height}" loading="lazy"></a>`
        },
      },
    })
    const html = JSON.stringify(marked.parse(markdown, { async: false }))
    return [
      ...pictures.map((href, place) => `import picture${place} from './${href}'`),
      `export default ${html.replace(/%(\d+)%/g, '" + picture$1 + "')}`,
    ].join('\n')
  },
}

/** As code hosts name the anchor of a heading. */
const anchorOf = (heading: string) =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s-]/gu, '')
    .replace(/\s/g, '-')

/** What the header of a PNG says, so that nothing jumps when the picture arrives. */
function sizeOf(file: string) {
  const png = readFileSync(file)
  return { width: png.readUInt32BE(16), height: png.readUInt32BE(20) }
}

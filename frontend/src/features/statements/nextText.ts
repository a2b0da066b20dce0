import type { RemarkBody, VersionBody } from '@/api/generated/types.gen'

/** A version's text with the amendments that were accepted put in: where the next version begins. */
export function nextText(version: VersionBody, remarks: readonly RemarkBody[]): string {
  return version.paragraphs
    .map((paragraph, place) => {
      const accepted = remarks.findLast(
        (remark) =>
          remark.paragraph === place + 1 && remark.kind === 'amendment' && remark.status === 'accepted',
      )
      return accepted ? accepted.proposed : paragraph
    })
    .filter((paragraph) => paragraph.trim() !== '')
    .join('\n\n')
}

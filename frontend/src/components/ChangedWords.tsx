import type { DifferencePiece } from '@/api/generated/types.gen'

/** A text with what was taken out of it and put in, paragraph by paragraph, as the service compared it. */
export function ChangedWords({ paragraphs }: { paragraphs: DifferencePiece[][] }) {
  return paragraphs.map((pieces, place) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: what is compared never changes
    <p key={place} dir="auto">
      <ChangedParagraph pieces={pieces} />
    </p>
  ))
}

export function ChangedParagraph({ pieces }: { pieces: DifferencePiece[] }) {
  return pieces.map(({ kind, text }, part) => {
    const Tag = kind === 'added' ? 'ins' : kind === 'removed' ? 'del' : 'span'
    // biome-ignore lint/suspicious/noArrayIndexKey: what is compared never changes
    return <Tag key={part}>{text}</Tag>
  })
}

import { type Control, useWatch } from 'react-hook-form'
import { Similar } from '@/similar/Similar'
import type { PracticeFields } from './practiceFields'

interface Props {
  control: Control<PracticeFields>
  id: string | undefined
  place: 'beside' | 'below the title'
}

/** Practices that resemble the one in the form. */
export function SimilarPractices({ control, id, place }: Props) {
  const [title, summary, primary, secondary] = useWatch({
    control,
    name: ['title', 'summary', 'objectives_primary', 'objectives_secondary'],
  })
  const objectives = [...primary, ...secondary].map(Number)
  return <Similar written={{ kind: 'practice', text: `${title} ${summary}`, objectives, id }} place={place} />
}

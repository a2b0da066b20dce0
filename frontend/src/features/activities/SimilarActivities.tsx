import { type Control, useWatch } from 'react-hook-form'
import { Similar } from '@/similar/Similar'
import type { ActivityFields } from './activityFields'

interface Props {
  control: Control<ActivityFields>
  id: string
  place: 'beside' | 'below the title'
}

/** Activities that resemble the one in the form. */
export function SimilarActivities({ control, id, place }: Props) {
  const [title, description, objectives, startsOn] = useWatch({
    control,
    name: ['title', 'description', 'objectives', 'starts_on'],
  })
  const text = `${title} ${description}`
  return (
    <Similar
      written={{ kind: 'activity', text, objectives: objectives.map(Number), startsOn, id }}
      place={place}
    />
  )
}

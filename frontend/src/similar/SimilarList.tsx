import type { SimilarRecord } from '@/api/generated/types.gen'
import { Row, RowList } from '@/components/Row'
import { TextLink } from '@/components/TextLink'
import { useReasonWords } from './reasons'
import classes from './Similar.module.css'

interface Props {
  label: string
  records: readonly SimilarRecord[]
  /** In a tab of its own: where somebody is writing, the form stays. */
  opensTab?: boolean
}

/** Records that resemble something, each with the reasons why. */
export function SimilarList({ label, records, opensTab = false }: Props) {
  const wordsFor = useReasonWords()
  return (
    <RowList label={label}>
      {records.map((record) => (
        <Row
          key={record.id}
          title={
            <TextLink
              {...(record.kind === 'practice'
                ? { to: '/practices/$practiceId', params: { practiceId: record.id } }
                : { to: '/activities/$activityId', params: { activityId: record.id } })}
              {...(opensTab && { target: '_blank', rel: 'noopener' })}
            >
              <bdi>{record.title}</bdi>
            </TextLink>
          }
          context={record.champion?.name}
        >
          <ul className={classes.reasons}>
            {record.reasons.map((reason) => (
              <li key={reason.kind}>{wordsFor(reason)}</li>
            ))}
          </ul>
        </Row>
      ))}
    </RowList>
  )
}

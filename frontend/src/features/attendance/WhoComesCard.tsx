import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Card, CardBody } from '@/components/Card'
import { TextLink } from '@/components/TextLink'
import { usePermission } from '@/session/permission'
import { type Attendances, attendanceOptions } from './attendanceQuery'
import { CountsBar } from './CountsBar'

interface Props {
  meetingId: string
  isOver: boolean
}

/** Who comes, in figures, beside the agenda. Of a past meeting of which nobody took attendance there is nothing to say. */
export function WhoComesCard({ meetingId, isOver }: Props) {
  const mayRead = usePermission('attendance:read')
  const { data } = useQuery({ ...attendanceOptions(meetingId), enabled: mayRead })
  if (!data || (isOver && isUntold(data))) return null
  return <Figures meetingId={meetingId} attendances={data} isOver={isOver} />
}

function Figures({ meetingId, attendances, isOver }: Props & { attendances: Attendances }) {
  const { t } = useTranslation('attendance')
  return (
    <Card
      title={t(isOver ? 'whoCame' : 'whoComes')}
      action={
        <TextLink to="/meetings/$meetingId/people" params={{ meetingId }} aria-label={t('all')}>
          {attendances.counts.invited}
        </TextLink>
      }
    >
      <CardBody>
        <CountsBar counts={attendances.counts} isOver={isOver} />
      </CardBody>
    </Card>
  )
}

const isUntold = ({ counts }: Attendances): boolean =>
  counts.present === 0 && counts.unanswered === counts.invited

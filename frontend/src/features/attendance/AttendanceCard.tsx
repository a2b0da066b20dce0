import { useTranslation } from 'react-i18next'
import { Card, CardBody } from '@/components/Card'
import { ChampionLink } from '@/components/Champion'
import { EmptyState } from '@/components/EmptyState'
import { Row, RowList } from '@/components/Row'
import { inOneLine } from '@/i18n/isolated'
import { useFormat } from '@/i18n/useFormat'
import { AnswerBadge } from './AnswerBadge'
import type { Attendance, Attendances } from './attendanceQuery'
import { CountsBar } from './CountsBar'
import { OfChampionMenu } from './OfChampionMenu'

interface Props {
  meetingId: string
  attendances: Attendances
  isOver: boolean
}

/** Each champion that is asked: its answer, who gave it, and whether it came. */
export function AttendanceCard({ meetingId, attendances, isOver }: Props) {
  const { t } = useTranslation('attendance')
  const { actions, items, counts } = attendances
  return (
    <Card title={t(isOver ? 'whoCame' : 'whoComes')} action={t('champions', { count: counts.invited })}>
      {items.length === 0 ? (
        <EmptyState title={t('nobody')} />
      ) : (
        <>
          <CardBody>
            <CountsBar counts={counts} isOver={isOver} />
          </CardBody>
          <RowList>
            {[...items].sort(byUrgency).map((item) => (
              <Row
                key={item.champion.id}
                title={<ChampionLink champion={item.champion} />}
                context={<Told attendance={item} />}
                aside={
                  <>
                    <AnswerBadge attendance={item} />
                    <OfChampionMenu meetingId={meetingId} attendance={item} actions={actions} />
                  </>
                }
              />
            ))}
          </RowList>
        </>
      )}
    </Card>
  )
}

const PLACES = ['accepted', 'tentative', 'declined', null]

/** Those who come first, then those who may, do not, or have not said; by name within. */
function byUrgency(one: Attendance, other: Attendance): number {
  return (
    PLACES.indexOf(one.answer) - PLACES.indexOf(other.answer) ||
    one.champion.name.localeCompare(other.champion.name)
  )
}

function Told({ attendance }: { attendance: Attendance }) {
  const { t } = useTranslation('attendance')
  const format = useFormat()
  const { answered_at: at, answered_by_name: name, answered_via: via, note } = attendance
  const delegates = attendance.was_present ? attendance.delegates_present : attendance.delegates
  const parts = [
    attendance.earlier_answer && t('beforeItMoved', { answer: t(`answer.${attendance.earlier_answer}`) }),
    at &&
      attendance.answer &&
      via &&
      t(`via.${attendance.is_on_behalf ? 'behalf' : via}`, { name, ago: format.ago(at) }),
    delegates.length > 0 && t('delegates', { names: format.list(delegates) }),
    attendance.substitute && t('substitute', { name: attendance.substitute }),
    note,
  ]
  return <>{inOneLine(parts)}</>
}

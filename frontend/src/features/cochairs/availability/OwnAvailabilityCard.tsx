import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { listCochairAvailabilitiesOptions } from '@/api/generated/@tanstack/react-query.gen'
import type { AvailabilityBody } from '@/api/generated/types.gen'
import { Card } from '@/components/Card'
import { Row, RowList } from '@/components/Row'
import { StatusBadge } from '@/components/StatusBadge'
import { useSession } from '@/session/useSession'
import { TONES } from './SaidCard'
import { SayDialog } from './SayDialog'
import { semestersAfter } from './semesters'
import { useSemesterName } from './useSemesterName'

const SHOWN = 4

/** What one's own champion says of the next semesters; whoever belongs to none sees nothing. */
export function OwnAvailabilityCard() {
  const { t } = useTranslation('rotation')
  const champion = useSession()?.champion
  const own = useQuery({
    ...listCochairAvailabilitiesOptions({ query: { limit: 100, champion: champion?.iso3 ?? '' } }),
    enabled: Boolean(champion),
  })
  if (!champion || !own.data) return null
  const { items } = own.data
  return (
    <Card title={t('own.title')}>
      <RowList label={t('own.title')}>
        {semestersAfter(new Date(), SHOWN).map((semester) => (
          <OwnSemester
            key={semester}
            semester={semester}
            said={items.find((each) => each.semester_starts_on === semester)}
          />
        ))}
      </RowList>
    </Card>
  )
}

function OwnSemester({ semester, said }: { semester: string; said: AvailabilityBody | undefined }) {
  const { t } = useTranslation('rotation')
  const semesterName = useSemesterName()
  const [isSaying, setSaying] = useState(false)
  const name = semesterName(semester)
  return (
    <Row
      title={name}
      context={said ? said.note : t('own.nothingSaid')}
      aside={
        <Button size="xs" aria-label={t('own.sayOf', { semester: name })} onClick={() => setSaying(true)}>
          {t(said ? 'own.change' : 'own.say')}
        </Button>
      }
    >
      {said && <StatusBadge tone={TONES[said.answer]}>{t(`answer.${said.answer}`)}</StatusBadge>}
      <SayDialog opened={isSaying} onClose={() => setSaying(false)} semesters={[semester]} said={said} />
    </Row>
  )
}

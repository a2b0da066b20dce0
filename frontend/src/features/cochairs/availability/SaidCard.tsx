import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { listCochairAvailabilitiesOptions } from '@/api/generated/@tanstack/react-query.gen'
import type { AvailabilityBody } from '@/api/generated/types.gen'
import { Card } from '@/components/Card'
import { ChampionLink } from '@/components/Champion'
import { EmptyState } from '@/components/EmptyState'
import { DemonstrationMark } from '@/components/Mark'
import { QueryState } from '@/components/QueryState'
import { Row, RowList } from '@/components/Row'
import { StatusBadge, type Tone } from '@/components/StatusBadge'
import { Allowed } from '@/session/permission'
import { SayDialog } from './SayDialog'
import { semestersAfter } from './semesters'
import { useSemesterName } from './useSemesterName'

export const TONES: Record<AvailabilityBody['answer'], Tone> = {
  volunteers: 'done',
  if_needed: 'soon',
  not_available: 'quiet',
}

/** What champions say of the semesters to come, for those who plan the rotation. */
export function SaidCard() {
  const { t } = useTranslation('rotation')
  const semesterName = useSemesterName()
  const [isSaying, setSaying] = useState(false)
  const query = useQuery(listCochairAvailabilitiesOptions({ query: { limit: 100 } }))
  return (
    <Card
      title={t('said.title')}
      action={
        <Allowed permission="cochair_terms:write">
          <Button size="xs" onClick={() => setSaying(true)}>
            {t('said.onBehalf')}
          </Button>
        </Allowed>
      }
    >
      <QueryState query={query} rows={3}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title={t('said.empty')}>{t('said.emptyHelp')}</EmptyState>
          ) : (
            <RowList label={t('said.title')}>
              {items.map((said) => (
                <Row
                  key={said.id}
                  title={<ChampionLink champion={said.champion} />}
                  context={<Said semester={semesterName(said.semester_starts_on)} note={said.note} />}
                  aside={<StatusBadge tone={TONES[said.answer]}>{t(`answer.${said.answer}`)}</StatusBadge>}
                >
                  {said.is_demonstration && <DemonstrationMark />}
                  {said.actions.includes('change') && <ChangeSaid said={said} />}
                </Row>
              ))}
            </RowList>
          )
        }
      </QueryState>
      <SayDialog
        opened={isSaying}
        onClose={() => setSaying(false)}
        semesters={semestersAfter(new Date(), 8)}
        isOnBehalf
      />
    </Card>
  )
}

function Said({ semester, note }: { semester: string; note: string }) {
  return (
    <>
      {semester}
      {note && (
        <>
          {' · '}
          <bdi>{note}</bdi>
        </>
      )}
    </>
  )
}

/** Another answer on behalf of the champion, or none. */
function ChangeSaid({ said }: { said: AvailabilityBody }) {
  const { t } = useTranslation('rotation')
  const semesterName = useSemesterName()
  const [isSaying, setSaying] = useState(false)
  const semester = semesterName(said.semester_starts_on)
  return (
    <>
      <Button
        size="xs"
        variant="subtle"
        aria-label={t('said.changeOf', { champion: said.champion.name, semester })}
        onClick={() => setSaying(true)}
      >
        {t('own.change')}
      </Button>
      <SayDialog
        opened={isSaying}
        onClose={() => setSaying(false)}
        semesters={[said.semester_starts_on]}
        said={said}
        isOnBehalf
      />
    </>
  )
}

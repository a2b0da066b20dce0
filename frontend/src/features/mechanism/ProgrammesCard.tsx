import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { listJointProgrammesOptions } from '@/api/generated/@tanstack/react-query.gen'
import { deleteJointProgramme } from '@/api/generated/sdk.gen'
import type { ProgrammeBody } from '@/api/generated/types.gen'
import { Card } from '@/components/Card'
import { ChampionNames } from '@/components/Champion'
import { ExternalLink } from '@/components/ExternalLink'
import { DemonstrationMark } from '@/components/Mark'
import { ObjectiveChips } from '@/components/ObjectiveChips'
import { QueryState } from '@/components/QueryState'
import { Row, RowList } from '@/components/Row'
import { StatusBadge, type Tone } from '@/components/StatusBadge'
import { EmptyPlace } from '@/contributions/EmptyPlace'
import { isolated } from '@/i18n/isolated'
import { useFormat } from '@/i18n/useFormat'
import { Allowed } from '@/session/permission'
import { useCountries } from '@/vocabularies/useTerms'
import { EntrySteps } from './EntrySteps'
import classes from './Mechanism.module.css'
import { ProgrammeDialog } from './ProgrammeDialog'

const TONES: Record<ProgrammeBody['stage'], Tone> = {
  proposed: 'quiet',
  in_pipeline: 'soon',
  approved: 'active',
  under_way: 'active',
  completed: 'done',
}
const PARTS = ['fund', 'host', 'propose'] as const

/** Joint programmes in which champions have a part. */
export function ProgrammesCard() {
  const { t } = useTranslation('mechanism')
  const [isAdding, setAdding] = useState(false)
  const query = useQuery(listJointProgrammesOptions({ query: { limit: 100 } }))
  const add = (
    <Allowed permission="mechanism:write">
      <Button onClick={() => setAdding(true)}>{t('programmes.add')}</Button>
    </Allowed>
  )
  return (
    <>
      <QueryState query={query} rows={4}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyPlace title={t('programmes.none')} action={add}>
              {t('programmes.help')}
            </EmptyPlace>
          ) : (
            <Card title={t('programmes.title')} action={add}>
              <RowList>
                {items.map((programme) => (
                  <ProgrammeRow key={programme.id} programme={programme} />
                ))}
              </RowList>
            </Card>
          )
        }
      </QueryState>
      <ProgrammeDialog opened={isAdding} onClose={() => setAdding(false)} />
    </>
  )
}

function ProgrammeRow({ programme }: { programme: ProgrammeBody }) {
  const { t } = useTranslation('mechanism')
  const format = useFormat()
  const [isChanging, setChanging] = useState(false)
  const countries = useCountries().filter(({ iso3 }) => programme.countries.includes(iso3))
  const { amount_usd: amount, starts_on: starts, ends_on: ends } = programme
  const context = [
    format.list(countries.map(({ name }) => name)),
    amount !== null && isolated(`USD ${format.number(amount)}`),
    starts && format.dateRange(starts, ends ?? starts),
  ]
  return (
    <Row
      title={<bdi>{programme.title}</bdi>}
      context={
        <>
          {context.filter(Boolean).join(' · ')}
          {programme.link && (
            <>
              {' · '}
              <ExternalLink href={programme.link}>{t('link')}</ExternalLink>
            </>
          )}{' '}
          {programme.is_demonstration && <DemonstrationMark />}
        </>
      }
      aside={
        <StatusBadge tone={TONES[programme.stage]}>{t(`programmes.stage.${programme.stage}`)}</StatusBadge>
      }
    >
      {programme.summary && (
        <p className={classes.text}>
          <bdi>{programme.summary}</bdi>
        </p>
      )}
      {PARTS.filter((part) => programme[part].length > 0).map((part) => (
        <p key={part} className={classes.line}>
          {t(`programmes.${part}`)} <ChampionNames champions={programme[part]} />
        </p>
      ))}
      <ObjectiveChips numbers={programme.objectives} />
      <EntrySteps
        entry={programme}
        onChange={() => setChanging(true)}
        remove={(headers) => deleteJointProgramme({ path: { record_id: programme.id }, headers })}
      />
      <ProgrammeDialog programme={programme} opened={isChanging} onClose={() => setChanging(false)} />
    </Row>
  )
}

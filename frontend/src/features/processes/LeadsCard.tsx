import { Button, CloseButton } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { changeProcess } from '@/api/generated/sdk.gen'
import { ifMatch } from '@/api/record'
import { Card } from '@/components/Card'
import { ChampionLink } from '@/components/Champion'
import { Row, RowList } from '@/components/Row'
import { EmptyPlace } from '@/contributions/EmptyPlace'
import { LeadDialog } from './LeadDialog'
import { leadFieldsOf } from './leadFields'
import type { Process } from './processQuery'

interface Props {
  process: Process
  etag: string
}

/** The champions that lead, with their people for members; the co-chairs name them. */
export function LeadsCard({ process, etag }: Props) {
  const { t } = useTranslation('processes')
  const [isNaming, setNaming] = useState(false)
  const mayName = process.actions.includes('change')
  const remove = useMutation({
    mutationFn: (iso3: string) =>
      changeProcess({
        path: { process_id: process.id },
        body: { leads: leadFieldsOf(process).filter(({ champion }) => champion !== iso3) },
        headers: ifMatch(etag),
      }),
  })
  const { leads } = process
  if (leads.length === 0 && process.phase === 'over') return null
  return (
    <>
      {leads.length === 0 ? (
        <EmptyPlace
          title={t('leads.none')}
          action={mayName && <Button onClick={() => setNaming(true)}>{t('leads.name')}</Button>}
        >
          {t('leads.noneHelp')}
        </EmptyPlace>
      ) : (
        <Card
          title={t('leads.title')}
          action={
            mayName && (
              <Button size="xs" onClick={() => setNaming(true)}>
                {t('leads.add')}
              </Button>
            )
          }
        >
          <RowList>
            {leads.map(({ champion, person_name, task }) => (
              <Row
                key={champion.id}
                title={<ChampionLink champion={champion} />}
                context={[person_name, task].filter(Boolean).join(' · ')}
                aside={
                  mayName && (
                    <CloseButton
                      aria-label={t('leads.remove', { champion: champion.name })}
                      disabled={remove.isPending}
                      onClick={() => remove.mutate(champion.iso3)}
                    />
                  )
                }
              />
            ))}
          </RowList>
        </Card>
      )}
      <LeadDialog process={process} etag={etag} opened={isNaming} onClose={() => setNaming(false)} />
    </>
  )
}

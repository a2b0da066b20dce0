import { Select } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { importPractices } from '@/api/generated/sdk.gen'
import type { ImportedPractice, PracticeImport } from '@/api/generated/types.gen'
import { ButtonLink } from '@/components/ButtonLink'
import { Card, CardBody } from '@/components/Card'
import { Columns } from '@/components/Columns'
import { FileButtons } from '@/components/FileButtons'
import { PageHeader } from '@/components/PageHeader'
import { StatusBadge, type Tone } from '@/components/StatusBadge'
import { TextLink } from '@/components/TextLink'
import { useFormat } from '@/i18n/useFormat'
import { ImportFile } from '@/imports/ImportFile'
import { ImportRows, RowFault } from '@/imports/ImportRows'
import { useSession } from '@/session/useSession'
import { useChampionChoices } from '../useChampionChoices'

const TONES: Record<ImportedPractice['outcome'], Tone> = { add: 'active', there: 'quiet', error: 'late' }

/** Practices from a spreadsheet or a Word document, as drafts. */
export function ImportPracticesPage() {
  const { t } = useTranslation(['imports', 'common'])
  const format = useFormat()
  const navigate = useNavigate()
  const asksChampion = !useSession()?.champion
  const champions = useChampionChoices()
  const [champion, setChampion] = useState<string | null>(null)
  const whose = champion ? { champion } : {}

  const counts = ({ added, there, faulty, unread }: PracticeImport) =>
    [
      t('practices.counts', { added, there, faulty }),
      unread.length > 0 && t('practices.unread', { names: format.list(unread) }),
    ]
      .filter(Boolean)
      .join(' ')

  return (
    <>
      <PageHeader
        trail={<TextLink to="/practices">{t('practices.back')}</TextLink>}
        title={t('practices.title')}
        summary={t('practices.summary')}
      />
      <Columns>
        <Card title={t('practices.template')}>
          <CardBody>
            <p>{t('practices.templateHelp')}</p>
            <FileButtons
              label={t('practices.template')}
              path="/practice-imports/template"
              name={t('practices.back')}
              forms={{ xlsx: 'XLSX', docx: 'DOCX' }}
            />
          </CardBody>
        </Card>
        <ImportFile
          accept=".xlsx,.csv,.txt,.docx"
          help={t('practices.chooseHelp')}
          tryOut={async (file) =>
            (await importPractices({ query: { dry_run: true, ...whose }, body: { file } })).data
          }
          apply={async (file) => {
            await importPractices({ query: whose, body: { file } })
            await navigate({ to: '/practices', search: { view: 'ours' } })
          }}
          brings={({ added }) => added > 0}
          counts={counts}
          cancel={<ButtonLink to="/practices">{t('common:action.cancel')}</ButtonLink>}
          rows={({ practices }) => (
            <ImportRows
              rows={practices}
              subject={t('practices.practice')}
              place={({ place }) => place}
              title={({ title }) => title}
            >
              {(practice) => <What practice={practice} />}
            </ImportRows>
          )}
        >
          {asksChampion && (
            <Select
              label={t('practices.champion')}
              description={t('practices.championHelp')}
              data={champions}
              value={champion}
              onChange={setChampion}
              searchable
              clearable
              maw="20rem"
              mb="md"
            />
          )}
        </ImportFile>
      </Columns>
    </>
  )
}

function What({ practice }: { practice: ImportedPractice }) {
  const { t } = useTranslation(['imports', 'practices'])
  const { outcome, errors, missing } = practice
  const label = (field: string) => t(`practices:field.${field}` as 'practices:field.title')
  return (
    <>
      <StatusBadge tone={TONES[outcome]}>{t(`practices.outcome.${outcome}`)}</StatusBadge>
      {errors.map(({ field, detail }) => (
        <RowFault key={field + detail}>
          {label(field)}: {detail}
        </RowFault>
      ))}
      {outcome === 'add' && missing.length > 0 && (
        <div>{t('practices.missing', { count: missing.length })}</div>
      )}
    </>
  )
}

import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { importWorkplan } from '@/api/generated/sdk.gen'
import type { RowChange, WorkplanBody } from '@/api/generated/types.gen'
import { ButtonLink } from '@/components/ButtonLink'
import { Columns } from '@/components/Columns'
import { PageHeader } from '@/components/PageHeader'
import { QueryState } from '@/components/QueryState'
import { StatusBadge, type Tone } from '@/components/StatusBadge'
import { TextLink } from '@/components/TextLink'
import { ImportFile } from '@/imports/ImportFile'
import { ImportRows, RowFault } from '@/imports/ImportRows'
import { Differences } from './Differences'
import { NotYours } from './NotYours'
import { workplanQuery } from './workplanQueries'

const TONES: Record<RowChange, Tone> = { add: 'active', change: 'soon', unchanged: 'quiet', error: 'late' }

/** A plan's items from a spreadsheet. */
export function ImportPage({ planId }: { planId: string }) {
  const query = useQuery(workplanQuery(planId))
  return (
    <QueryState query={query}>
      {({ data }) => (data.actions.includes('change') ? <Import plan={data} /> : <NotYours />)}
    </QueryState>
  )
}

function Import({ plan }: { plan: WorkplanBody }) {
  const { t } = useTranslation(['workplan', 'common'])
  const navigate = useNavigate()
  const path = { workplan_id: plan.id }
  return (
    <>
      <PageHeader
        trail={
          <TextLink to="/workplan" search={{ workplan: plan.id }}>
            {plan.title}
          </TextLink>
        }
        title={t('sheet.import')}
        summary={t('sheet.importWhat')}
      />
      <Columns>
        <ImportFile
          accept=".xlsx,.csv,.txt"
          help={t('sheet.chooseHelp')}
          tryOut={async (file) =>
            (await importWorkplan({ path, query: { dry_run: true }, body: { file } })).data
          }
          apply={async (file) => {
            await importWorkplan({ path, body: { file } })
            await navigate({ to: '/workplan', search: { workplan: plan.id, view: 'table' } })
          }}
          brings={({ added, changed }) => added + changed > 0}
          counts={({ added, changed, unchanged, faulty }) =>
            t('sheet.counts', { added, changed, unchanged, faulty })
          }
          cancel={
            <ButtonLink to="/workplan" search={{ workplan: plan.id }}>
              {t('common:action.cancel')}
            </ButtonLink>
          }
          rows={({ rows }) => (
            <ImportRows
              rows={rows}
              subject={t('table.item')}
              place={({ row }) => row}
              title={({ title }) => title}
            >
              {(row) => (
                <>
                  <StatusBadge tone={TONES[row.change]}>{t(`sheet.change.${row.change}`)}</StatusBadge>
                  {row.errors.map((fault) => (
                    <RowFault key={fault.cell + fault.detail}>{fault.detail}</RowFault>
                  ))}
                  {row.change === 'change' && <Differences differences={row.differences} />}
                </>
              )}
            </ImportRows>
          )}
        />
      </Columns>
    </>
  )
}

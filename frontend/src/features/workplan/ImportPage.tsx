import { Button, Group } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { importWorkplan } from '@/api/generated/sdk.gen'
import type { RowChange, SheetImport, SheetRow, WorkplanBody } from '@/api/generated/types.gen'
import { isProblem } from '@/api/problem'
import { ButtonLink } from '@/components/ButtonLink'
import { Card, CardBody } from '@/components/Card'
import { PageHeader } from '@/components/PageHeader'
import { QueryState } from '@/components/QueryState'
import { StatusBadge, type Tone } from '@/components/StatusBadge'
import { TextLink } from '@/components/TextLink'
import { problemMessage } from '@/forms/problemMessage'
import { Differences } from './Differences'
import classes from './ImportPage.module.css'
import { NotYours } from './NotYours'
import { workplanQuery } from './workplanQueries'

const TONES: Record<RowChange, Tone> = { add: 'active', change: 'soon', unchanged: 'quiet', error: 'late' }

/** A spreadsheet is chosen, what it would change is shown row by row, and only then is it done. */
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
  const { t: tCommon } = useTranslation()
  const navigate = useNavigate()
  const input = useRef<HTMLInputElement>(null)
  const [file, setFile] = useState<File | null>(null)
  const path = { workplan_id: plan.id }
  const tryOut = useMutation({
    mutationFn: (body: File) => importWorkplan({ path, query: { dry_run: true }, body: { file: body } }),
    meta: { refreshesQueries: false },
  })
  const apply = useMutation({
    mutationFn: (body: File) => importWorkplan({ path, body: { file: body } }),
    onSuccess: () => navigate({ to: '/workplan', search: { workplan: plan.id, view: 'table' } }),
  })
  const told = tryOut.data?.data
  const failure = apply.error ?? tryOut.error

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
      <Card>
        <CardBody>
          <Group gap="xs">
            <Button
              variant={told ? 'default' : 'filled'}
              loading={tryOut.isPending}
              onClick={() => input.current?.click()}
            >
              {t('sheet.choose')}
            </Button>
            <span>{file?.name}</span>
          </Group>
          <input
            ref={input}
            className={classes.input}
            type="file"
            accept=".xlsx,.csv,.txt"
            tabIndex={-1}
            aria-label={t('sheet.choose')}
            onChange={(event) => {
              const chosen = event.currentTarget.files?.[0]
              event.currentTarget.value = ''
              if (!chosen) return
              setFile(chosen)
              apply.reset()
              tryOut.mutate(chosen)
            }}
          />
          <p className={classes.help}>{t('sheet.chooseHelp')}</p>
          {failure && (
            <p role="alert" className={classes.failure}>
              {isProblem(failure, 422)
                ? failure.errors.map(({ detail }) => detail).join(' ')
                : problemMessage(failure, tCommon)}
            </p>
          )}
        </CardBody>
      </Card>
      {told && (
        <Card title={t('sheet.wouldChange')}>
          <CardBody>
            <Counts told={told} />
            {file && (
              <Group mt="md" gap="xs">
                <Button
                  variant="filled"
                  disabled={told.faulty > 0 || told.added + told.changed === 0}
                  loading={apply.isPending}
                  onClick={() => apply.mutate(file)}
                >
                  {t('sheet.apply')}
                </Button>
                <ButtonLink to="/workplan" search={{ workplan: plan.id }}>
                  {t('common:action.cancel')}
                </ButtonLink>
              </Group>
            )}
          </CardBody>
          <Rows rows={told.rows} />
        </Card>
      )}
    </>
  )
}

function Counts({ told }: { told: SheetImport }) {
  const { t } = useTranslation('workplan')
  const { added, changed, unchanged, faulty } = told
  return (
    <p role="status" className={classes.counts}>
      {t('sheet.counts', { added, changed, unchanged, faulty })}
      {faulty > 0 && ` ${t('sheet.mendFirst')}`}
    </p>
  )
}

function Rows({ rows }: { rows: readonly SheetRow[] }) {
  const { t } = useTranslation('workplan')
  return (
    <div className={classes.scroll}>
      <table className={classes.rows}>
        <thead>
          <tr>
            <th scope="col">{t('sheet.row')}</th>
            <th scope="col">{t('table.item')}</th>
            <th scope="col">{t('sheet.what')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.row}>
              <td>{row.row}</td>
              <td dir="auto">{row.title}</td>
              <td>
                <StatusBadge tone={TONES[row.change]}>{t(`sheet.change.${row.change}`)}</StatusBadge>
                {row.errors.map((fault) => (
                  <div key={fault.cell + fault.detail} className={classes.failure}>
                    {fault.detail}
                  </div>
                ))}
                {row.change === 'change' && <Differences differences={row.differences} />}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

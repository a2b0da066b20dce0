import { Button, Menu } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type * as z from 'zod/mini'
import { download } from '@/api/download'
import { getCoverageOptions } from '@/api/generated/@tanstack/react-query.gen'
import { ButtonLink } from '@/components/ButtonLink'
import { Card, CardBody } from '@/components/Card'
import { Columns } from '@/components/Columns'
import { ObjectiveChips } from '@/components/ObjectiveChips'
import { PageHeader } from '@/components/PageHeader'
import { QueryState } from '@/components/QueryState'
import { problemMessage } from '@/forms/problemMessage'
import { useSession } from '@/session/useSession'
import { CellDialog } from './CellDialog'
import { CollaborationTabs } from './CollaborationTabs'
import { CoverageMatrix } from './CoverageMatrix'
import classes from './CoveragePage.module.css'
import { type Coverage, type Place, placeOf } from './coverage'
import type { coverageSearch } from './coverageSearch'
import { WorthACall } from './WorthACall'

type By = Coverage['by']

/** Who works on what. Regions on a phone, unless champions are asked for. */
export function CoveragePage({ search }: { search: z.infer<typeof coverageSearch> }) {
  const { t } = useTranslation('collaboration')
  const isNarrow = useMediaQuery('(max-width: 47.5em)', undefined, { getInitialValueInEffect: false })
  const by: By = search.by ?? (isNarrow ? 'region' : 'champion')
  const other: By = by === 'region' ? 'champion' : 'region'
  const query = useQuery(getCoverageOptions({ query: { by } }))
  return (
    <>
      <PageHeader
        title={t('coverage.title')}
        summary={<Summary coverage={query.data} />}
        action={
          <>
            <ButtonLink to="/collaboration" search={{ by: other }}>
              {t(`coverage.by.${other}`)}
            </ButtonLink>
            <Export by={by} />
          </>
        }
      />
      <CollaborationTabs />
      <QueryState query={query} rows={10}>
        {(coverage) => <Sheet coverage={coverage} search={search} />}
      </QueryState>
    </>
  )
}

function Summary({ coverage }: { coverage: Coverage | undefined }) {
  const { t } = useTranslation('collaboration')
  if (!coverage) return <>{t('coverage.summary')}</>
  const untouched = coverage.rows.filter(({ standing }) => standing !== 'worked_on').length
  return (
    <>
      {t('coverage.whoWorks', { count: coverage.totals.champions })}{' '}
      {untouched === 0 ? t('coverage.allTouched') : t('coverage.untouched', { count: untouched })}
    </>
  )
}

function Sheet({ coverage, search }: { coverage: Coverage; search: z.infer<typeof coverageSearch> }) {
  const navigate = useNavigate({ from: '/collaboration/' })
  const open = useCallback(
    ({ row, column }: Place) =>
      navigate({
        search: (before) => ({ ...before, column: column.key, objective: row.objective }),
        replace: true,
        resetScroll: false,
      }),
    [navigate],
  )
  const close = () =>
    navigate({
      search: (before) => ({ ...before, column: undefined, objective: undefined }),
      replace: true,
      resetScroll: false,
    })
  const opened = placeOf(coverage, search.column, search.objective)
  return (
    <>
      <Columns
        aside={
          <>
            <WorthACallOfOwn />
            <Untouched coverage={coverage} />
          </>
        }
      >
        <CoverageMatrix coverage={coverage} onOpen={open} />
      </Columns>
      {opened && <CellDialog coverage={coverage} place={opened} onClose={close} />}
    </>
  )
}

function WorthACallOfOwn() {
  const own = useSession()?.champion
  return own ? <WorthACall iso3={own.iso3} /> : null
}

function Untouched({ coverage }: { coverage: Coverage }) {
  const { t } = useTranslation('collaboration')
  const numbersOf = (standing: string) =>
    coverage.rows.filter((row) => row.standing === standing).map(({ objective }) => objective)
  const nobody = numbersOf('nobody')
  const championed = numbersOf('championed')
  return (
    <Card title={t('coverage.nobodyYet')}>
      <CardBody>
        {nobody.length === 0 && <p>{t('coverage.everyObjective')}</p>}
        <ObjectiveChips numbers={nobody} />
        {championed.length > 0 && (
          <>
            <h3 className={classes.head}>{t('coverage.championedOnly')}</h3>
            <ObjectiveChips numbers={championed} />
          </>
        )}
      </CardBody>
    </Card>
  )
}

const FORMS = ['xlsx', 'png', 'svg'] as const

function Export({ by }: { by: By }) {
  const { t } = useTranslation('collaboration')
  const { t: common } = useTranslation()
  const get = useMutation({
    mutationFn: (form: (typeof FORMS)[number]) =>
      download(`/coverage?by=${by}&format=${form}`, `${t('coverage.title')}.${form}`),
    meta: { refreshesQueries: false },
  })
  return (
    <>
      <Menu>
        <Menu.Target>
          <Button loading={get.isPending}>{t('coverage.export')}</Button>
        </Menu.Target>
        <Menu.Dropdown>
          {FORMS.map((form) => (
            <Menu.Item key={form} onClick={() => get.mutate(form)}>
              {t(`coverage.form.${form}`)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      {get.isError && (
        <span role="alert" className={classes.failure}>
          {problemMessage(get.error, common)}
        </span>
      )}
    </>
  )
}

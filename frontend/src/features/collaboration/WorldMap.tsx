import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { QueryState } from '@/components/QueryState'
import { isolated } from '@/i18n/isolated'
import { useFormat } from '@/i18n/useFormat'
import { type CoverageColumn, doneIn } from './coverage'
import classes from './WorldMap.module.css'
import { HEIGHT, loadOutlines, type Outlines, WIDTH } from './worldMap'

interface Props {
  columns: readonly CoverageColumn[]
  shown: string | null
  onShow: (key: string | null) => void
}

/** The champions on the land, each a link; what the pointer or the focus is on is told beneath. */
export function WorldMap(props: Props) {
  const query = useQuery({
    queryKey: ['outlines-of-the-world'],
    queryFn: ({ signal }) => loadOutlines(signal),
    staleTime: Number.POSITIVE_INFINITY,
  })
  return (
    <QueryState query={query} rows={5}>
      {(outlines) => <Drawn outlines={outlines} {...props} />}
    </QueryState>
  )
}

const MUCH = 5

const shadeOf = (column: CoverageColumn): number => {
  const done = doneIn(column.totals)
  return done === 0 ? 0 : done < MUCH ? 1 : 2
}

function Drawn({ outlines, columns, shown, onShow }: Props & { outlines: Outlines }) {
  const { t } = useTranslation('collaboration')
  const format = useFormat()
  const words = useDoneWords()
  const undrawn = columns.filter(({ m49 }) => !outlines.states.has(m49))
  const told = columns.find(({ key }) => key === shown)
  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: a drawing is no set of fields */}
      <svg
        className={classes.map}
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        role="group"
        aria-label={t('map.label')}
      >
        <path className={classes.land} d={outlines.land} />
        {columns.map((column) => {
          const outline = outlines.states.get(column.m49)
          if (!outline || !column.champion) return null
          return (
            <Link
              key={column.key}
              to="/champions/$championId"
              params={{ championId: column.champion.id }}
              preload={false}
              className={classes.champion}
              data-shade={shadeOf(column)}
              data-shown={column.key === shown || undefined}
              aria-label={words(column)}
              onPointerEnter={() => onShow(column.key)}
              onPointerLeave={() => onShow(null)}
              onFocus={() => onShow(column.key)}
              onBlur={() => onShow(null)}
            >
              <path d={outline} />
            </Link>
          )
        })}
      </svg>
      <p className={classes.told} aria-hidden>
        {told ? words(told) : t('map.hint')}
      </p>
      <ul className={classes.legend}>
        {([0, 1, 2] as const).map((shade) => (
          <li key={shade} data-shade={shade}>
            {t(`map.shade.${shade}`)}
          </li>
        ))}
      </ul>
      {undrawn.length > 0 && (
        <p className={classes.undrawn}>
          {t('map.undrawn', { champions: format.list(undrawn.map(({ name }) => isolated(name))) })}
        </p>
      )}
    </>
  )
}

function useDoneWords() {
  const { t } = useTranslation('collaboration')
  const format = useFormat()
  return ({ name, totals }: CoverageColumn): string => {
    const done = (['practices', 'activities', 'pledges'] as const)
      .filter((what) => totals[what] > 0)
      .map((what) => t(`coverage.${what}`, { count: totals[what] }))
    return t('map.does', {
      champion: isolated(name),
      what: done.length > 0 ? format.list(done) : t('map.shade.0'),
    })
  }
}

import { useTranslation } from 'react-i18next'
import { Card, CardBody } from '@/components/Card'
import { TextLink } from '@/components/TextLink'
import { useFormat } from '@/i18n/useFormat'
import classes from './Bars.module.css'
import type { PledgeSearch } from './PledgesPage'
import type { Bar } from './pledgeQuery'
import { MADE_STATUSES } from './pledgeSearch'

interface Props {
  title: string
  bars: Bar[]
  nameOf: (key: string) => string
  /** The filter that leaves a bar's pledges. */
  narrow: (key: string) => Partial<PledgeSearch>
  search: PledgeSearch
  isTable: boolean
}

/** Pledges by what they share: as bars parted by where they stand, or the same figures as a table. */
export function BarsCard({ title, isTable, ...props }: Props) {
  return <Card title={title}>{isTable ? <Figures title={title} {...props} /> : <Bars {...props} />}</Card>
}

type Shown = Omit<Props, 'title' | 'isTable'>

function Bars({ bars, nameOf, narrow, search }: Shown) {
  const format = useFormat()
  const most = Math.max(...bars.map(({ total }) => total))
  return (
    <CardBody>
      <ul className={classes.bars}>
        {bars.map((bar) => (
          <li key={bar.key}>
            <TextLink look="title" to="/pledges" search={{ ...search, ...narrow(bar.key) }}>
              {nameOf(bar.key)}
            </TextLink>
            <span className={classes.count}>{format.number(bar.total)}</span>
            <span className={classes.bar} aria-hidden>
              {MADE_STATUSES.filter((status) => bar[status] > 0).map((status) => (
                <span
                  key={status}
                  data-status={status}
                  style={{ inlineSize: `${(bar[status] / most) * 100}%` }}
                />
              ))}
            </span>
          </li>
        ))}
      </ul>
    </CardBody>
  )
}

function Figures({ title, bars, nameOf, narrow, search }: Shown & { title: string }) {
  const { t } = useTranslation('pledges')
  const format = useFormat()
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by key
    <section className={classes.scroll} tabIndex={0} aria-label={title}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{title}</th>
            {MADE_STATUSES.map((status) => (
              <th key={status} scope="col">
                {t(`status.${status}`)}
              </th>
            ))}
            <th scope="col">{t('dashboard.all')}</th>
          </tr>
        </thead>
        <tbody>
          {bars.map((bar) => (
            <tr key={bar.key}>
              <th scope="row">
                <TextLink to="/pledges" search={{ ...search, ...narrow(bar.key) }}>
                  {nameOf(bar.key)}
                </TextLink>
              </th>
              {MADE_STATUSES.map((status) => (
                <td key={status}>{format.number(bar[status])}</td>
              ))}
              <td>
                <b>{format.number(bar.total)}</b>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

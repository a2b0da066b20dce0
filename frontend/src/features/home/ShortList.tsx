import { UnstyledButton } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Card } from '@/components/Card'
import { RowList } from '@/components/Row'
import { useFormat } from '@/i18n/useFormat'
import classes from './ShortList.module.css'

const AT_FIRST = 6

interface Props<T> {
  title: string
  /** Nothing while they load. */
  items: readonly T[] | undefined
  /** What stands there instead of rows: loading, failure, nothing. */
  instead: ReactNode
  children: (item: T) => ReactNode
}

/** A card with the first few rows of a list, and a way to all of them. */
export function ShortList<T>({ title, items, instead, children }: Props<T>) {
  const { t } = useTranslation('home')
  const format = useFormat()
  const [showsAll, setShowsAll] = useState(false)
  const isLong = items !== undefined && items.length > AT_FIRST
  const action = isLong && (
    <UnstyledButton
      className={classes.all}
      aria-expanded={showsAll}
      onClick={() => setShowsAll((shows) => !shows)}
    >
      {showsAll ? t('list.fewer') : t('list.all', { total: format.number(items.length) })}
    </UnstyledButton>
  )
  return (
    <Card title={title} action={action}>
      {items?.length ? (
        <RowList>{items.slice(0, showsAll ? undefined : AT_FIRST).map(children)}</RowList>
      ) : (
        instead
      )}
    </Card>
  )
}

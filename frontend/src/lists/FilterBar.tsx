import { Button, CloseButton, TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { type ReactNode, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import classes from './FilterBar.module.css'

interface Props {
  /** `search.q` */
  query: string | undefined
  onQuery: (query: string) => void
  /** "Search 412 practices" */
  placeholder: string
  isFiltered: boolean
  onClear: () => void
  /** `FilterMenu`s */
  children?: ReactNode
}

/** A search box and filter buttons over a list. */
export function FilterBar({ query, onQuery, placeholder, isFiltered, onClear, children }: Props) {
  const { t } = useTranslation()
  const [text, setText] = useState(query ?? '')
  const send = useDebouncedCallback(onQuery, 300)
  useEffect(() => setText(query ?? ''), [query])

  const change = (value: string) => {
    setText(value)
    send(value)
  }

  return (
    <search className={classes.bar} data-print="hide">
      <TextInput
        className={classes.search}
        type="search"
        maxLength={200}
        aria-label={t('filter.search')}
        placeholder={placeholder}
        leftSection={<IconSearch size={17} stroke={1.75} aria-hidden />}
        rightSection={
          text && <CloseButton size="sm" aria-label={t('action.clear')} onClick={() => change('')} />
        }
        value={text}
        onChange={(event) => change(event.currentTarget.value)}
      />
      {children}
      {isFiltered && (
        <Button variant="subtle" onClick={onClear}>
          {t('action.clearAll')}
        </Button>
      )}
    </search>
  )
}

import { Button, Checkbox, Popover, Radio, ScrollArea, Stack, TextInput } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '@/i18n/useFormat'
import classes from './FilterBar.module.css'

interface Option<V extends string | number> {
  value: V
  label: string
}

interface Shared<V extends string | number> {
  label: string
  options: readonly Option<V>[]
}

interface MenuProps {
  label: string
  /** What is chosen, in the button. */
  chosen: string | undefined
  onClear: () => void
  children: React.ReactNode
}

function Menu({ label, chosen, onClear, children }: MenuProps) {
  const { t } = useTranslation()
  return (
    <Popover position="bottom-start" shadow="md" trapFocus returnFocus>
      <Popover.Target>
        <Button
          className={classes.filter}
          data-active={chosen !== undefined || undefined}
          rightSection={<IconChevronDown size={15} stroke={1.75} aria-hidden />}
        >
          {chosen === undefined ? label : `${label}: ${chosen}`}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <ScrollArea.Autosize mah={320}>
          <Stack gap="xs" role="group" aria-label={label}>
            {children}
          </Stack>
        </ScrollArea.Autosize>
        {chosen !== undefined && (
          <Button variant="subtle" mt="sm" onClick={onClear}>
            {t('action.clear')}
          </Button>
        )}
      </Popover.Dropdown>
    </Popover>
  )
}

interface OneProps<V extends string | number> extends Shared<V> {
  value: V | undefined
  onChange: (value: V | undefined) => void
}

/** One of a few: region, status, year. */
export function FilterOne<V extends string | number>({ label, options, value, onChange }: OneProps<V>) {
  const chosen = options.find((option) => option.value === value)?.label
  return (
    <Menu label={label} chosen={chosen} onClear={() => onChange(undefined)}>
      {options.map((option) => (
        <Radio
          key={option.value}
          label={option.label}
          checked={option.value === value}
          onChange={() => onChange(option.value)}
        />
      ))}
    </Menu>
  )
}

interface ManyProps<V extends string | number> extends Shared<V> {
  value: readonly V[] | undefined
  onChange: (value: V[]) => void
}

/** Several of many: objectives, countries. */
export function FilterMany<V extends string | number>({
  label,
  options,
  value = [],
  onChange,
}: ManyProps<V>) {
  const first = options.find((option) => option.value === value[0])?.label
  const chosen = value.length > 1 ? String(value.length) : first
  const toggle = (option: V) =>
    onChange(value.includes(option) ? value.filter((other) => other !== option) : [...value, option])
  return (
    <Menu label={label} chosen={chosen} onClear={() => onChange([])}>
      {options.map((option) => (
        <Checkbox
          key={option.value}
          label={option.label}
          checked={value.includes(option.value)}
          onChange={() => toggle(option.value)}
        />
      ))}
    </Menu>
  )
}

interface Days {
  after: string | undefined
  before: string | undefined
}

interface DaysProps extends Days {
  label: string
  onChange: (days: Days) => void
}

/** After a day, before a day, or between two. */
export function FilterDays({ label, after, before, onChange }: DaysProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const told = [
    after && `${t('filter.after')} ${format.date(after)}`,
    before && `${t('filter.before')} ${format.date(before)}`,
  ].filter(Boolean)
  return (
    <Menu
      label={label}
      chosen={told.length > 0 ? told.join(', ') : undefined}
      onClear={() => onChange({ after: undefined, before: undefined })}
    >
      <TextInput
        type="date"
        label={t('filter.after')}
        value={after ?? ''}
        onChange={(event) => onChange({ after: event.currentTarget.value || undefined, before })}
      />
      <TextInput
        type="date"
        label={t('filter.before')}
        value={before ?? ''}
        onChange={(event) => onChange({ after, before: event.currentTarget.value || undefined })}
      />
    </Menu>
  )
}

import { Select, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { Choice } from '@/forms/choiceFields'
import { type ItemStatus, STATUSES } from '../search'
import type { CellField, CellFields } from './columns'

export type CellValue = CellFields[CellField]

interface Props {
  field: CellField
  label: string
  value: CellValue
  champions: readonly Choice[]
  error?: string | undefined
  /** Within a cell: it takes the focus, and shows its choices at once. */
  isCell?: boolean
  isBusy?: boolean
  onChange: (value: CellValue) => void
  /** Something was picked rather than typed. */
  onPick?: (value: CellValue) => void
}

/** The control of one field, alone in a cell or beside its name in a dialog. */
export function CellInput({
  field,
  label,
  value,
  champions,
  error,
  isCell,
  isBusy,
  onChange,
  onPick,
}: Props) {
  const { t } = useTranslation(['plantable', 'workplan', 'common'])
  const shared = {
    'aria-label': label,
    autoFocus: isCell ?? false,
    error,
    readOnly: isBusy ?? false,
    'aria-busy': isBusy ?? false,
  }
  if (field === 'status' || field === 'lead') {
    const data =
      field === 'status'
        ? STATUSES.map((status) => ({ value: status, label: t(`workplan:status.${status}`) }))
        : [{ value: '', label: t('workplan:table.coChairs') }, ...champions]
    return (
      <Select
        {...shared}
        data={data}
        searchable={field === 'lead'}
        allowDeselect={false}
        nothingFoundMessage={t('common:form.nothingFound')}
        placeholder={t('common:form.choose')}
        defaultDropdownOpened={isCell ?? false}
        comboboxProps={{ width: 'max-content', position: 'bottom-start' }}
        value={value === null ? (field === 'lead' ? '' : null) : String(value)}
        onChange={(picked) => {
          const next = field === 'lead' ? picked || null : (picked as ItemStatus)
          onChange(next)
          onPick?.(next)
        }}
      />
    )
  }
  if (field === 'percentage') {
    return (
      <TextInput
        {...shared}
        inputMode="numeric"
        value={value ?? ''}
        onChange={(event) => {
          const digits = event.currentTarget.value.replaceAll(/[^\d]/g, '').slice(0, 4)
          onChange(digits === '' ? null : Number(digits))
        }}
      />
    )
  }
  return (
    <TextInput
      {...shared}
      type="date"
      value={value ?? ''}
      onChange={(event) => onChange(event.currentTarget.value || null)}
    />
  )
}

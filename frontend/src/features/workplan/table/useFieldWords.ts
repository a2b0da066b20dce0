import { useTranslation } from 'react-i18next'
import type { Choice } from '@/forms/choiceFields'
import { useFormat } from '@/i18n/useFormat'
import type { ItemStatus } from '../search'
import type { CellField, CellFields } from './columns'

/** What the fields of the table are called, and how their values read. */
export function useFieldWords(champions: readonly Choice[]) {
  const { t } = useTranslation('workplan')
  const format = useFormat()

  const labels: Record<CellField, string> = {
    status: t('field.status'),
    lead: t('field.lead'),
    starts_on: t('field.starts_on'),
    due_on: t('field.due_on'),
    percentage: t('field.percentage'),
  }

  const told = (field: CellField, value: CellFields[CellField]): string => {
    if (field === 'lead') {
      return champions.find((champion) => champion.value === value)?.label ?? t('table.coChairs')
    }
    if (value === null) return ''
    if (field === 'status') return t(`status.${value as ItemStatus}`)
    return field === 'percentage' ? t('item.percent', { percentage: value }) : format.date(String(value))
  }

  return { labels, told }
}

import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Control } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import {
  listActivitiesOptions,
  listPracticesOptions,
  listProcessesOptions,
  listStatementsOptions,
  listWorkplanItemsOptions,
} from '@/api/generated/@tanstack/react-query.gen'
import { SelectField } from '@/forms/choiceFields'
import type { ItemFields } from './ItemForm'
import classes from './ItemLinkFields.module.css'
import type { AgendaItem } from './meetingQuery'

interface Titled {
  id: string
  title: string
}

/** One choice for each record; what is chosen already stays a choice, also when it is not among the latest. */
function choicesOf(records: readonly Titled[] | undefined, chosen: Titled | null | undefined) {
  const others = (records ?? []).filter(({ id }) => id !== chosen?.id)
  return [...(chosen ? [chosen] : []), ...others].map(({ id, title }) => ({ value: id, label: title }))
}

interface Props {
  control: Control<ItemFields, unknown, ItemFields>
  isOpen: boolean
  linked?: AgendaItem
}

/** What an agenda item may be linked to; folded, and read from the server only when unfolded. */
export function ItemLinkFields({ control, isOpen, linked }: Props) {
  const { t } = useTranslation('meetings')
  const [enabled, setEnabled] = useState(isOpen)
  const items = useQuery({ ...listWorkplanItemsOptions({ query: { limit: 100 } }), enabled })
  const activities = useQuery({ ...listActivitiesOptions({ query: { limit: 100 } }), enabled })
  const practices = useQuery({ ...listPracticesOptions({ query: { limit: 100 } }), enabled })
  const processes = useQuery({ ...listProcessesOptions({ query: { limit: 100 } }), enabled })
  const statements = useQuery({ ...listStatementsOptions({ query: { limit: 100 } }), enabled })
  const fields = [
    ['workplan_item', items.data?.items],
    ['activity', activities.data?.items],
    ['practice', practices.data?.items],
    ['process', processes.data?.items],
    ['statement', statements.data?.items],
  ] as const
  return (
    <details
      className={classes.links}
      open={isOpen}
      onToggle={(event) => event.currentTarget.open && setEnabled(true)}
    >
      <summary>{t('item.links')}</summary>
      <div className={classes.fields}>
        {fields.map(([kind, records]) => (
          <SelectField
            key={kind}
            control={control}
            name={`${kind}_id`}
            label={t(`item.${kind}`)}
            choices={choicesOf(records, linked?.[kind])}
            optional
          />
        ))}
      </div>
    </details>
  )
}

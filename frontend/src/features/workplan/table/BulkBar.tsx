import { Button } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import classes from './BulkBar.module.css'

interface Props {
  count: number
  /** How many could be selected: the whole filtered list. */
  total: number
  onAll: () => void
  onNone: () => void
  onChange: () => void
}

export function BulkBar({ count, total, onAll, onNone, onChange }: Props) {
  const { t } = useTranslation('plantable')
  return (
    <section className={classes.bar} aria-label={t('bulk.label')} data-print="hide">
      <span aria-live="polite" className={classes.count}>
        {t('bulk.selected', { count })}
      </span>
      {count < total && (
        <Button size="xs" variant="subtle" onClick={onAll}>
          {t('bulk.selectAll', { count: total })}
        </Button>
      )}
      <Button size="xs" variant="subtle" onClick={onNone}>
        {t('bulk.none')}
      </Button>
      <Button size="xs" variant="filled" onClick={onChange}>
        {t('bulk.change')}
      </Button>
    </section>
  )
}

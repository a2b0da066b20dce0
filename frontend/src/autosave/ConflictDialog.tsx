import { Button, Group, Modal, Radio } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Conflict } from './Autosaver'
import classes from './ConflictDialog.module.css'

export interface ConflictWords<V extends object> {
  /** The label of each field, and how its value reads. */
  labels: { [F in keyof V]: string }
  show?: (field: keyof V, value: V[keyof V]) => string
}

interface Props<V extends object> extends ConflictWords<V> {
  conflict: Conflict<V>
  onResolve: (chosen: V) => Promise<unknown>
}

/** Both versions side by side; for each field one of them stays. */
export function ConflictDialog<V extends object>({
  conflict,
  labels,
  show = showPlainly,
  onResolve,
}: Props<V>) {
  const { t } = useTranslation()
  const [kept, setKept] = useState<Partial<Record<keyof V, 'mine' | 'theirs'>>>({})
  const sideOf = (field: keyof V) => kept[field] ?? 'mine'

  const apply = () => {
    const chosen = { ...conflict.mine }
    for (const field of Object.keys(conflict.theirs) as (keyof V)[]) {
      if (conflict.fields.includes(field) && sideOf(field) === 'theirs')
        chosen[field] = conflict.theirs[field]
    }
    return onResolve(chosen)
  }

  return (
    <Modal
      opened
      onClose={apply}
      title={t('conflict.title')}
      size="xl"
      withCloseButton={false}
      closeOnClickOutside={false}
      closeOnEscape={false}
    >
      <p className={classes.intro}>{t('conflict.intro')}</p>
      {conflict.fields.map((field) => (
        <Radio.Group
          key={String(field)}
          label={labels[field]}
          value={sideOf(field)}
          onChange={(side) => setKept({ ...kept, [field]: side })}
          className={classes.field}
        >
          <div className={classes.sides}>
            {(['mine', 'theirs'] as const).map((side) => (
              <Radio.Card key={side} value={side} className={classes.side}>
                <span className={classes.owner}>
                  <Radio.Indicator /> {t(`conflict.${side}`)}
                </span>
                <span className={classes.value}>
                  {show(field, conflict[side][field]) || t('conflict.empty')}
                </span>
              </Radio.Card>
            ))}
          </div>
        </Radio.Group>
      ))}
      <Group justify="flex-end" mt="lg">
        <Button variant="filled" onClick={apply}>
          {t('conflict.apply')}
        </Button>
      </Group>
    </Modal>
  )
}

function showPlainly(_field: PropertyKey, value: unknown): string {
  return Array.isArray(value) ? value.join(', ') : String(value ?? '')
}

import { useTranslation } from 'react-i18next'
import { useFormat } from '@/i18n/useFormat'
import type { SaveState } from './Autosaver'
import classes from './SavedIndicator.module.css'

/** "Saved 14:02", quietly; speaks up only when something is not saved. */
export function SavedIndicator<V>({ state }: { state: SaveState<V> }) {
  const { t } = useTranslation()
  const format = useFormat()
  const words = {
    idle: () => '',
    saving: () => t('saved.saving'),
    saved: (at: Date) => t('saved.at', { time: format.time(at.toISOString()) }),
    offline: () => t('saved.offline'),
    failed: () => t('saved.failed'),
    conflict: () => t('saved.conflict'),
  }
  return (
    <span className={classes.saved} data-kind={state.kind} role="status">
      {state.kind === 'saved' ? words.saved(state.at) : words[state.kind]()}
    </span>
  )
}

import { Button, CloseButton } from '@mantine/core'
import { useWindowEvent } from '@mantine/hooks'
import { useTranslation } from 'react-i18next'
import { isProblem } from '@/api/problem'
import { problemMessage } from '@/forms/problemMessage'
import classes from './UndoNotice.module.css'
import type { Undo } from './useUndo'

const isWriting = (target: EventTarget | null) =>
  target instanceof Element && target.closest('input, textarea, select, [contenteditable]') !== null

/** Says what was done, and takes it back: by its button, or Ctrl+Z. It stays until something else is done. */
export function UndoNotice({ undo: { step, undo, forget, isPending, failure } }: { undo: Undo }) {
  const { t } = useTranslation('plantable')
  const { t: tCommon } = useTranslation()
  useWindowEvent('keydown', (event) => {
    const isUndo = (event.ctrlKey || event.metaKey) && !event.shiftKey && event.key === 'z'
    if (!isUndo || !step || isWriting(event.target)) return
    event.preventDefault()
    undo()
  })

  return (
    <div className={classes.place} role="status" data-print="hide">
      {step && (
        <div className={classes.notice}>
          <span className={classes.told}>
            {step.told}
            {failure && (
              <span className={classes.failure}>
                {' '}
                {isProblem(failure, 412) ? t('undo.stale') : problemMessage(failure, tCommon)}
              </span>
            )}
          </span>
          <Button size="xs" loading={isPending} onClick={undo}>
            {t('undo.button')}
          </Button>
          <CloseButton size="sm" aria-label={tCommon('action.close')} onClick={forget} />
        </div>
      )}
    </div>
  )
}

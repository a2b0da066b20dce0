import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat } from '@/i18n/useFormat'
import classes from './RoomPage.module.css'
import { useTellWriting, type Writer } from './writers'

interface Props {
  meetingId: string
  itemId: string
  writers: readonly Writer[]
  children: ReactNode
}

/** The minutes of the current item, and who else is writing on them: saving shows both versions where they differ. */
export function MinutesBeside({ meetingId, itemId, writers, children }: Props) {
  const { t } = useTranslation('room')
  const format = useFormat()
  const tellWriting = useTellWriting(meetingId, itemId)
  const names = writers.filter(({ item_id }) => item_id === itemId).map(({ name }) => name)
  return (
    <div className={classes.minutes} onInput={tellWriting}>
      <p className={classes.writers} role="status">
        {names.length > 0 && t('writing', { names: format.list(names), count: names.length })}
      </p>
      {children}
    </div>
  )
}

import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ifMatch } from '@/api/record'
import { ConfirmDialog } from '@/components/ConfirmDialog'
import classes from './Mechanism.module.css'

interface Props {
  entry: { title: string; revision: number; actions: string[] }
  onChange: () => void
  remove: (headers: ReturnType<typeof ifMatch>) => Promise<unknown>
  /** What else may be done with it. */
  children?: ReactNode
}

/** What the reader may do with an entry; nothing where that is nothing. */
export function EntrySteps({ entry, onChange, remove, children }: Props) {
  const { t } = useTranslation('mechanism')
  const [isAsking, setAsking] = useState(false)
  const send = useMutation({ mutationFn: () => remove(ifMatch(`"${entry.revision}"`)) })
  if (entry.actions.length === 0) return null
  return (
    <div className={classes.steps} data-print="hide">
      {children}
      {entry.actions.includes('change') && (
        <Button size="xs" variant="subtle" onClick={onChange} aria-label={`${t('change')}: ${entry.title}`}>
          {t('change')}
        </Button>
      )}
      {entry.actions.includes('delete') && (
        <Button
          size="xs"
          variant="subtle"
          onClick={() => setAsking(true)}
          aria-label={`${t('remove')}: ${entry.title}`}
        >
          {t('remove')}
        </Button>
      )}
      <ConfirmDialog
        opened={isAsking}
        onClose={() => setAsking(false)}
        title={t('removeTitle')}
        confirmLabel={t('remove')}
        tone="danger"
        onConfirm={() => send.mutateAsync()}
      >
        <p>{t('removeText', { title: entry.title })}</p>
      </ConfirmDialog>
    </div>
  )
}

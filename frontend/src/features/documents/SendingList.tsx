import { ActionIcon, Button } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { ProgressBar } from '@/components/ProgressBar'
import { useFormat } from '@/i18n/useFormat'
import classes from './Documents.module.css'
import type { Sending } from './useUploads'

interface Props {
  uploads: { sendings: Sending[]; goOn: (sending: Sending) => void; giveUp: (sending: Sending) => void }
}

/** Files on their way: how far each has come, and the way on after a broken line. */
export function SendingList({ uploads: { sendings, goOn, giveUp } }: Props) {
  const { t } = useTranslation('documents')
  const format = useFormat()
  if (sendings.length === 0) return null
  return (
    <ul className={classes.sendings} aria-label={t('sending.label')}>
      {sendings.map((sending) => (
        <li key={sending.key}>
          <div className={classes.sending}>
            <ProgressBar
              label={sending.file.name}
              done={sending.sent}
              total={Math.max(1, sending.file.size)}
              sentence={
                sending.state === 'sending'
                  ? t('sending.progress', {
                      done: format.size(sending.sent),
                      total: format.size(sending.file.size),
                    })
                  : t(`sending.${sending.state}`)
              }
            />
            <ActionIcon
              size={32}
              aria-label={t('sending.giveUp', { name: sending.file.name })}
              onClick={() => giveUp(sending)}
            >
              <IconX size={16} stroke={1.75} aria-hidden />
            </ActionIcon>
          </div>
          {sending.message && (sending.state === 'stopped' || sending.state === 'refused') && (
            <p role="alert" className={classes.failure}>
              {sending.message}{' '}
              {sending.state === 'stopped' && (
                <Button size="xs" onClick={() => goOn(sending)}>
                  {t('sending.goOn')}
                </Button>
              )}
            </p>
          )}
        </li>
      ))}
    </ul>
  )
}

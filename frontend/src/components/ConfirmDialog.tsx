import { Button, Group, Modal, Textarea } from '@mantine/core'
import { type FormEvent, type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { problemMessage } from '@/forms/problemMessage'

interface Props {
  opened: boolean
  onClose: () => void
  title: string
  /** What will happen, in a sentence. */
  children?: ReactNode
  confirmLabel: string
  tone?: 'plain' | 'danger'
  reason?: 'none' | 'optional' | 'required'
  /** The dialog closes when this has succeeded; a failure stays beside the buttons. */
  onConfirm: (reason: string) => Promise<unknown>
}

export function ConfirmDialog(props: Props) {
  const { opened, onClose, title } = props
  return (
    <Modal opened={opened} onClose={onClose} title={title}>
      <ConfirmForm {...props} />
    </Modal>
  )
}

function ConfirmForm({ onClose, children, confirmLabel, tone = 'plain', reason = 'none', onConfirm }: Props) {
  const { t } = useTranslation()
  const [text, setText] = useState('')
  const [failure, setFailure] = useState<string | null>(null)
  const [isBusy, setBusy] = useState(false)

  const confirm = async (event: FormEvent) => {
    event.preventDefault()
    if (reason === 'required' && text.trim() === '') return setFailure(t('form.reasonRequired'))
    setBusy(true)
    try {
      await onConfirm(text.trim())
      onClose()
    } catch (error) {
      setFailure(problemMessage(error, t))
    } finally {
      setBusy(false)
    }
  }

  return (
    <form onSubmit={confirm} noValidate>
      {children}
      {reason !== 'none' && (
        <Textarea
          mt="md"
          autosize
          minRows={2}
          data-autofocus
          label={reason === 'optional' ? `${t('form.reason')} (${t('form.optional')})` : t('form.reason')}
          description={t('form.reasonHelp')}
          inputWrapperOrder={['label', 'input', 'error', 'description']}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          error={reason === 'required' && failure}
        />
      )}
      {failure && reason !== 'required' && (
        <p role="alert" style={{ color: 'var(--bad)' }}>
          {failure}
        </p>
      )}
      <Group justify="flex-end" mt="lg" gap="xs">
        <Button onClick={onClose}>{t('action.cancel')}</Button>
        <Button type="submit" variant="filled" loading={isBusy} {...(tone === 'danger' && { color: 'red' })}>
          {confirmLabel}
        </Button>
      </Group>
    </form>
  )
}

import { Button, Group } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { dismissSuggestion } from '@/api/generated/sdk.gen'
import { ChampionLink, type ChampionRef } from '@/components/Champion'
import { ConfirmDialog } from '@/components/ConfirmDialog'
import { Row } from '@/components/Row'
import { StatusBadge } from '@/components/StatusBadge'
import { isolated } from '@/i18n/isolated'
import { useFormat } from '@/i18n/useFormat'
import { ContactDialog } from './ContactDialog'
import { ReasonList } from './ReasonList'
import type { Suggestion } from './suggestions'

interface Props {
  own: ChampionRef
  suggestion: Suggestion
}

/** A champion to work with, why, and what one makes of it: write, or set it aside. */
export function SuggestionRow({ own, suggestion }: Props) {
  const { t } = useTranslation('collaboration')
  const format = useFormat()
  const { champion, score, reasons, contact, actions } = suggestion
  return (
    <Row
      title={<ChampionLink champion={champion} />}
      context={t('partners.score', { count: score })}
      aside={
        contact && (
          <StatusBadge tone={contact.outcome === 'activity' ? 'done' : 'active'}>
            {t('partners.written', { day: format.dateShort(contact.written_at) })}
          </StatusBadge>
        )
      }
    >
      <ReasonList reasons={reasons} />
      {actions.length > 0 && <Steps own={own} suggestion={suggestion} />}
    </Row>
  )
}

function Steps({ own, suggestion }: Props) {
  const { t } = useTranslation('collaboration')
  const [dialog, setDialog] = useState<'contact' | 'dismiss' | null>(null)
  const other = suggestion.champion
  const dismiss = useMutation({
    mutationFn: (reason: string) =>
      dismissSuggestion({ body: { champion: own.iso3, other: other.iso3, ...(reason && { reason }) } }),
  })
  const close = () => setDialog(null)
  const name = isolated(other.name)
  return (
    <>
      <Group gap="xs" mt="sm">
        {suggestion.actions.includes('contact') && (
          <Button
            size="xs"
            onClick={() => setDialog('contact')}
            aria-label={t('contact.write', { champion: name })}
          >
            {t('contact.action')}
          </Button>
        )}
        <Button
          size="xs"
          variant="subtle"
          onClick={() => setDialog('dismiss')}
          aria-label={t('dismiss.label', { champion: name })}
        >
          {t('dismiss.action')}
        </Button>
      </Group>
      {dialog === 'contact' && <ContactDialog own={own} suggestion={suggestion} onClose={close} />}
      <ConfirmDialog
        opened={dialog === 'dismiss'}
        onClose={close}
        title={t('dismiss.title', { champion: name })}
        confirmLabel={t('dismiss.action')}
        reason="optional"
        onConfirm={(reason) => dismiss.mutateAsync(reason)}
      >
        <p>{t('dismiss.text')}</p>
      </ConfirmDialog>
    </>
  )
}

import { Modal } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import * as z from 'zod/mini'
import { contactChampion } from '@/api/generated/sdk.gen'
import type { ChampionRef } from '@/components/Champion'
import { DialogActions } from '@/forms/DialogActions'
import { Form } from '@/forms/Form'
import { TextAreaField } from '@/forms/TextAreaField'
import { TextField } from '@/forms/textFields'
import { useSchemaForm } from '@/forms/useSchemaForm'
import { isolated } from '@/i18n/isolated'
import type { Suggestion } from './suggestions'
import { useLetterDraft } from './useLetterDraft'

interface Props {
  own: ChampionRef
  suggestion: Suggestion
  onClose: () => void
}

/** A letter that is written already, from the reasons, and that one changes before it is sent. */
export function ContactDialog({ own, suggestion, onClose }: Props) {
  const { t } = useTranslation(['collaboration', 'common'])
  const draft = useLetterDraft()(suggestion)
  const schema = z.object({
    subject: z.string().check(z.trim(), z.minLength(1, t('contact.subjectMissing'))),
    text: z.string().check(z.trim(), z.minLength(3, t('contact.textMissing'))),
  })
  const form = useSchemaForm(schema, draft)
  const send = useMutation({
    mutationFn: (letter: z.output<typeof schema>) =>
      contactChampion({ body: { champion: own.iso3, other: suggestion.champion.iso3, ...letter } }),
    onSuccess: onClose,
  })
  return (
    <Modal
      opened
      size="lg"
      onClose={onClose}
      title={t('contact.write', { champion: isolated(suggestion.champion.name) })}
    >
      <Form form={form} onSubmit={(letter) => send.mutateAsync(letter)}>
        <p>{t('contact.explain')}</p>
        <TextField control={form.control} name="subject" label={t('contact.subject')} maxLength={200} />
        <TextAreaField
          control={form.control}
          name="text"
          label={t('contact.text')}
          help={t('contact.textHelp')}
          minRows={7}
          maxLength={10_000}
        />
        <DialogActions form={form} onClose={onClose}>
          {t('common:action.send')}
        </DialogActions>
      </Form>
    </Modal>
  )
}

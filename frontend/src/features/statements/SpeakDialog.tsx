import { Button, Group, Modal } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import * as z from 'zod/mini'
import { SelectField } from '@/forms/choiceFields'
import { Form } from '@/forms/Form'
import { TextAreaField } from '@/forms/TextAreaField'
import { useSchemaForm } from '@/forms/useSchemaForm'
import { useSession } from '@/session/useSession'
import { useStatementChoices } from './useStatementChoices'

interface Props {
  act: 'object' | 'ask-for-time' | 'join'
  opened: boolean
  onClose: () => void
  onSend: (body: { reason: string; champion: string | null }) => Promise<unknown>
}

/** What follows from speaking is said before one does; the secretariat names the champion. */
export function SpeakDialog({ opened, onClose, ...rest }: Props) {
  const { t } = useTranslation('statements')
  return (
    <Modal opened={opened} onClose={onClose} title={t(`silence.act.${rest.act}`)}>
      <SpeakForm onClose={onClose} {...rest} />
    </Modal>
  )
}

function SpeakForm({ act, onClose, onSend }: Omit<Props, 'opened'>) {
  const { t } = useTranslation(['statements', 'common'])
  const isOnBehalf = !useSession()?.champion
  const { champions } = useStatementChoices()
  const schema = z.object({
    reason: z.string().check(z.trim(), z.minLength(act === 'join' ? 0 : 3, t('common:form.reasonRequired'))),
    champion: z
      .nullable(z.string())
      .check(z.refine((chosen) => !isOnBehalf || chosen !== null, t('silence.championMissing'))),
  })
  const form = useSchemaForm(schema, { reason: '', champion: null })
  const send = useMutation({ mutationFn: onSend, onSuccess: onClose })
  return (
    <Form form={form} onSubmit={(fields) => send.mutateAsync(fields)}>
      <p>{t(`silence.explain.${act}`)}</p>
      {isOnBehalf && (
        <SelectField
          control={form.control}
          name="champion"
          label={t('champion')}
          help={t('silence.championHelp')}
          choices={champions}
        />
      )}
      {act !== 'join' && (
        <TextAreaField
          control={form.control}
          name="reason"
          label={t('common:form.reason')}
          help={t('silence.reasonHelp')}
          minRows={3}
          maxLength={1000}
        />
      )}
      <Group justify="flex-end" gap="xs">
        <Button onClick={onClose}>{t('common:action.cancel')}</Button>
        <Button
          type="submit"
          variant="filled"
          loading={form.formState.isSubmitting}
          {...(act === 'object' && { color: 'red' })}
        >
          {t(`silence.act.${act}`)}
        </Button>
      </Group>
    </Form>
  )
}

import { Button, Modal } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { invitePerson } from '@/api/generated/sdk.gen'
import { Form, FormActions } from '@/forms/Form'
import { useSchemaForm } from '@/forms/useSchemaForm'
import { currentLanguage } from '@/i18n/i18n'
import { useSession } from '@/session/useSession'
import { LinkHandover } from './LinkHandover'
import { PersonFormFields } from './PersonFormFields'
import type { PersonWithLink } from './peopleQuery'
import { type PersonFields, personSchema } from './schemas'

interface Props {
  opened: boolean
  onClose: () => void
}

/** Two steps: who it is, then the link, which is shown here and never again. */
export function InviteDialog({ opened, onClose }: Props) {
  const { t } = useTranslation('administration')
  const [invited, setInvited] = useState<PersonWithLink | null>(null)
  const close = () => {
    onClose()
    setInvited(null)
  }
  return (
    <Modal
      opened={opened}
      onClose={close}
      size="lg"
      title={invited ? t('link.invitedTitle', { name: invited.name }) : t('invite.title')}
      closeOnClickOutside={false}
    >
      {invited ? (
        <LinkHandover person={invited} onDone={close} />
      ) : (
        <InviteForm onInvited={setInvited} onCancel={close} />
      )}
    </Modal>
  )
}

interface InviteFormProps {
  onInvited: (person: PersonWithLink) => void
  onCancel: () => void
}

function InviteForm({ onInvited, onCancel }: InviteFormProps) {
  const { t } = useTranslation(['administration', 'common'])
  const champion = useSession()?.champion?.iso3 ?? null
  const form = useSchemaForm(personSchema(t), {
    name: '',
    email: '',
    standing: 'focal_point',
    champion,
    is_lead: false,
    duty_station: null,
    job_title: '',
    language: currentLanguage(),
  })
  const invite = useMutation({ mutationFn: (body: PersonFields) => invitePerson({ body: fitting(body) }) })

  return (
    <Form form={form} onSubmit={async (body) => onInvited((await invite.mutateAsync(body)).data)}>
      <PersonFormFields control={form.control} withAddress />
      <FormActions>
        <Button type="submit" variant="filled" loading={form.formState.isSubmitting}>
          {t('invite.send')}
        </Button>
        <Button onClick={onCancel}>{t('common:action.cancel')}</Button>
      </FormActions>
    </Form>
  )
}

/** Only focal points act for a champion; what was chosen before the standing changed is left out. */
function fitting(body: PersonFields): PersonFields {
  return body.standing === 'focal_point'
    ? body
    : { ...body, champion: null, is_lead: false, duty_station: null }
}

import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { changePerson } from '@/api/generated/sdk.gen'
import type { PersonChange } from '@/api/generated/types.gen'
import { ifMatch, type Versioned } from '@/api/record'
import { Form, FormActions } from '@/forms/Form'
import { useSchemaForm } from '@/forms/useSchemaForm'
import { PersonFormFields } from './PersonFormFields'
import type { Person } from './peopleQuery'
import { type PersonFields, personSchema } from './schemas'
import { useIsSecretariat } from './useIsSecretariat'

/** Sends what was changed and nothing else, so that a lead focal point never sends what is not theirs to change. */
export function PersonForm({ record }: { record: Versioned<Person> }) {
  const { t } = useTranslation('administration')
  const isSecretariat = useIsSecretariat()
  const person = record.data
  const form = useSchemaForm(personSchema(t), fieldsOf(person))
  const { isDirty, isSubmitting, dirtyFields } = form.formState
  const change = useMutation({
    mutationFn: (body: PersonChange) =>
      changePerson({ path: { person_id: person.id }, body, headers: ifMatch(record.etag) }),
  })

  const save = async (values: PersonFields) => {
    const { data } = await change.mutateAsync(onlyChanged(values, dirtyFields))
    form.reset(fieldsOf(data))
  }

  return (
    <Form form={form} onSubmit={save}>
      <PersonFormFields control={form.control} withAddress={isSecretariat} />
      <FormActions>
        <Button type="submit" variant="filled" loading={isSubmitting} disabled={!isDirty}>
          {t('form.save')}
        </Button>
        <span role="status">{change.isSuccess && !isDirty ? t('form.saved') : ''}</span>
      </FormActions>
    </Form>
  )
}

function fieldsOf(person: Person): PersonFields {
  const { name, email, standing, is_lead, duty_station, job_title, language } = person
  return {
    name,
    email,
    standing,
    is_lead,
    duty_station,
    job_title,
    language,
    champion: person.champion?.iso3 ?? null,
  }
}

function onlyChanged(
  values: PersonFields,
  dirty: Partial<Record<keyof PersonFields, boolean>>,
): PersonChange {
  const changed = Object.entries(values).filter(([name]) => dirty[name as keyof PersonFields])
  const body: PersonChange = Object.fromEntries(changed)
  if (values.standing !== 'focal_point') {
    delete body.champion
    delete body.is_lead
  }
  return body
}

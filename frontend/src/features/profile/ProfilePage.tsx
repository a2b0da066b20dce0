import { Button, useDirection } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { changeMe } from '@/api/generated/sdk.gen'
import type { MeChange } from '@/api/generated/types.gen'
import { ButtonLink } from '@/components/ButtonLink'
import { Card, CardBody } from '@/components/Card'
import { Columns } from '@/components/Columns'
import { PageHeader } from '@/components/PageHeader'
import { SelectField } from '@/forms/choiceFields'
import { Form, FormActions } from '@/forms/Form'
import { TextField } from '@/forms/textFields'
import { useSchemaForm } from '@/forms/useSchemaForm'
import { changeLanguage } from '@/i18n/i18n'
import { directionOf, LANGUAGES } from '@/i18n/languages'
import { type Session, sessionQuery } from '@/session/sessionQuery'
import { useSession } from '@/session/useSession'
import { useSignOut } from '@/session/useSignIn'
import { CalendarFeedCard } from './CalendarFeedCard'
import classes from './ProfilePage.module.css'
import { type ProfileFields, profileSchema } from './schemas'
import { timeZoneChoices } from './timeZones'

const LANGUAGE_CHOICES = Object.entries(LANGUAGES).map(([value, label]) => ({ value, label }))

/** One's own details, and the way out. */
export function ProfilePage() {
  const { t } = useTranslation('profile')
  const session = useSession()
  if (!session) return null
  return (
    <>
      <PageHeader title={t('title')} summary={t('summary')} />
      <Columns
        aside={
          <>
            <AccountCard session={session} />
            <CalendarFeedCard />
          </>
        }
      >
        <Card title={t('details')}>
          <CardBody>
            <ProfileForm session={session} />
          </CardBody>
        </Card>
      </Columns>
    </>
  )
}

function ProfileForm({ session }: { session: Session }) {
  const { t } = useTranslation('profile')
  const queryClient = useQueryClient()
  const { setDirection } = useDirection()
  const form = useSchemaForm(profileSchema(t), fieldsOf(session))
  const { isDirty, isSubmitting, dirtyFields } = form.formState
  const change = useMutation({ mutationFn: (body: MeChange) => changeMe({ body }) })

  const save = async (values: ProfileFields) => {
    const { data } = await change.mutateAsync(values)
    queryClient.setQueryData(sessionQuery.queryKey, data)
    form.reset(fieldsOf(data))
    if (dirtyFields.language) {
      await changeLanguage(values.language)
      setDirection(directionOf(values.language))
    }
  }

  return (
    <Form form={form} onSubmit={save}>
      <TextField control={form.control} name="name" label={t('name')} autoComplete="name" maxLength={200} />
      <TextField
        control={form.control}
        name="job_title"
        label={t('jobTitle')}
        autoComplete="organization-title"
        maxLength={200}
        optional
      />
      <TextField
        control={form.control}
        name="phone"
        label={t('phone')}
        help={t('phoneHelp')}
        autoComplete="tel"
        maxLength={50}
        optional
      />
      <SelectField
        control={form.control}
        name="language"
        label={t('language')}
        help={t('languageHelp')}
        choices={LANGUAGE_CHOICES}
      />
      <SelectField
        control={form.control}
        name="time_zone"
        label={t('timeZone')}
        help={t('timeZoneHelp')}
        choices={timeZoneChoices(session.person.time_zone)}
      />
      <FormActions>
        <Button type="submit" variant="filled" loading={isSubmitting} disabled={!isDirty}>
          {t('save')}
        </Button>
        <span role="status">{change.isSuccess && !isDirty ? t('saved') : ''}</span>
      </FormActions>
    </Form>
  )
}

function AccountCard({ session }: { session: Session }) {
  const { t } = useTranslation('profile')
  const signOut = useSignOut()
  return (
    <Card title={t('account')}>
      <CardBody>
        <p className={classes.line}>{t('signedInAs')}</p>
        <p className={classes.address} dir="ltr">
          {session.person.email}
        </p>
        {session.champion && <p>{t('actsFor', { champion: session.champion.name })}</p>}
        <p className={classes.line}>{t('addressHelp')}</p>
        <div className={classes.buttons}>
          <ButtonLink to="/forgot-password">{t('newPassword')}</ButtonLink>
          <Button loading={signOut.isPending} onClick={() => signOut.mutate()}>
            {t('signOut')}
          </Button>
        </div>
      </CardBody>
    </Card>
  )
}

function fieldsOf({ person }: Session): ProfileFields {
  const { name, language, time_zone, job_title, phone } = person
  return { name, language, time_zone, job_title, phone }
}

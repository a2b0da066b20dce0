import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { createActivity } from '@/api/generated/sdk.gen'
import type { ActivityCreate } from '@/api/generated/types.gen'
import { dropDraft, readDraft, writeDraft } from '@/autosave/draftStore'
import { ButtonLink } from '@/components/ButtonLink'
import { Card, CardBody } from '@/components/Card'
import { Columns } from '@/components/Columns'
import { PageHeader } from '@/components/PageHeader'
import { TextLink } from '@/components/TextLink'
import type { Start } from '@/contributions/startSearch'
import { SelectField } from '@/forms/choiceFields'
import { Form, FormActions } from '@/forms/Form'
import { TextField } from '@/forms/textFields'
import { useSchemaForm } from '@/forms/useSchemaForm'
import { useSession } from '@/session/useSession'
import { Similar } from '@/similar/Similar'
import type { Written } from '@/similar/useSimilar'
import { type NewActivity, newActivitySchema } from './schemas'
import { useActivityChoices } from './useActivityChoices'

const DRAFT = 'activity:new'
const EMPTY: NewActivity = { title: '', kind: '', champion: null }

/** A title and a kind; everything else is written once the idea is safe on the server. */
export function NewActivityPage({ start: { process, objective } }: { start: Start }) {
  const { t } = useTranslation(['activities', 'common'])
  const navigate = useNavigate()
  const choices = useActivityChoices()
  const namesChampion = useSession()?.champion === null
  const form = useSchemaForm(newActivitySchema(t), {
    ...EMPTY,
    ...readDraft<NewActivity>(DRAFT)?.changes,
  })
  const create = useMutation({
    mutationFn: (body: ActivityCreate) =>
      createActivity({
        body: {
          ...body,
          ...(process && { processes: [process] }),
          ...(objective && { objectives: [objective] }),
        },
      }),
    onSuccess: ({ data }) => {
      dropDraft(DRAFT)
      return navigate({
        to: '/activities/$activityId/edit',
        params: { activityId: data.id },
        replace: true,
      })
    },
  })
  const written: Written = {
    kind: 'activity',
    text: useWatch({ control: form.control, name: 'title' }),
    objectives: objective ? [objective] : [],
    id: undefined,
  }
  useEffect(
    () =>
      form.subscribe({
        formState: { values: true },
        callback: ({ values }) => writeDraft<NewActivity>(DRAFT, { changes: values, base: EMPTY, etag: '' }),
      }),
    [form],
  )

  return (
    <>
      <PageHeader
        trail={<TextLink to="/activities">{t('title')}</TextLink>}
        title={t('note')}
        summary={t('noteHelp')}
      />
      <Columns aside={<Similar written={written} place="beside" />}>
        <Card>
          <CardBody>
            <Form form={form} onSubmit={(body) => create.mutateAsync(body)}>
              <TextField
                control={form.control}
                name="title"
                label={t('field.title')}
                help={t('field.titleHelp')}
                maxLength={200}
              />
              <Similar written={written} place="below the title" />
              <SelectField
                control={form.control}
                name="kind"
                label={t('kind')}
                help={t('field.kindHelp')}
                choices={choices.kinds}
              />
              {namesChampion && (
                <SelectField
                  control={form.control}
                  name="champion"
                  label={t('lead')}
                  help={t('field.leadHelp')}
                  choices={choices.champions}
                  optional
                />
              )}
              <FormActions>
                <Button type="submit" variant="filled" loading={form.formState.isSubmitting}>
                  {t('goOn')}
                </Button>
                <ButtonLink to="/activities" variant="subtle">
                  {t('common:action.cancel')}
                </ButtonLink>
              </FormActions>
            </Form>
          </CardBody>
        </Card>
      </Columns>
    </>
  )
}

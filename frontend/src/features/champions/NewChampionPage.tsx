import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { createChampion } from '@/api/generated/sdk.gen'
import type { ChampionCreate } from '@/api/generated/types.gen'
import { ButtonLink } from '@/components/ButtonLink'
import { Card, CardBody } from '@/components/Card'
import { PageHeader } from '@/components/PageHeader'
import { TextLink } from '@/components/TextLink'
import { MultiSelectField, SelectField } from '@/forms/choiceFields'
import { DateField } from '@/forms/DateField'
import { Form, FormActions } from '@/forms/Form'
import { TextField } from '@/forms/textFields'
import { useSchemaForm } from '@/forms/useSchemaForm'
import { today } from '@/time/today'
import { useCountries, useTerms } from '@/vocabularies/useTerms'
import { COMMISSIONS } from './championSearch'
import { newChampionSchema } from './schemas'

const commissionChoices = COMMISSIONS.map((commission) => ({ value: commission, label: commission }))

export function NewChampionPage() {
  const { t } = useTranslation(['champions', 'common'])
  const navigate = useNavigate()
  const countries = useCountries()
  const objectives = useTerms('objectives')
  const create = useMutation({ mutationFn: (body: ChampionCreate) => createChampion({ body }) })
  const form = useSchemaForm(newChampionSchema(t), {
    iso3: '',
    joined_on: today(),
    review_region: null,
    objectives: [],
    source: '',
  })

  return (
    <>
      <PageHeader
        title={t('form.newTitle')}
        summary={t('form.newSummary')}
        trail={<TextLink to="/champions">{t('back')}</TextLink>}
      />
      <Card>
        <CardBody>
          <Form
            form={form}
            onSubmit={async ({ objectives: chosen, source, ...values }) => {
              const body = { ...values, objectives: chosen.map(Number), source: source || null }
              const { data } = await create.mutateAsync(body)
              await navigate({ to: '/champions/$championId', params: { championId: data.id } })
            }}
          >
            <SelectField
              control={form.control}
              name="iso3"
              label={t('form.country')}
              choices={countries.map(({ iso3, name }) => ({ value: iso3, label: name }))}
            />
            <DateField
              control={form.control}
              name="joined_on"
              label={t('form.joinedOn')}
              help={t('form.joinedOnHelp')}
              optional
            />
            <SelectField
              control={form.control}
              name="review_region"
              label={t('form.reviewRegion')}
              help={t('form.reviewRegionHelp')}
              choices={commissionChoices}
              optional
            />
            <MultiSelectField
              control={form.control}
              name="objectives"
              label={t('form.objectives')}
              help={t('form.objectivesHelp')}
              choices={objectives.map(({ key, number, short }) => ({
                value: key,
                label: `${number} ${short}`,
              }))}
              optional
            />
            <TextField
              control={form.control}
              name="source"
              label={t('form.source')}
              help={t('form.sourceHelp')}
              maxLength={300}
              optional
            />
            <FormActions>
              <Button type="submit" variant="filled" loading={form.formState.isSubmitting}>
                {t('form.create')}
              </Button>
              <ButtonLink to="/champions">{t('common:action.cancel')}</ButtonLink>
            </FormActions>
          </Form>
        </CardBody>
      </Card>
    </>
  )
}

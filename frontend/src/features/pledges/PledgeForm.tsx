import { Button } from '@mantine/core'
import type { UseFormReturn } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { Card, CardBody } from '@/components/Card'
import { Form, FormActions } from '@/forms/Form'
import { PledgeFormSections } from './PledgeFormSections'
import classes from './Pledges.module.css'
import { asked, type PledgeFields } from './pledgeFields'

interface Props {
  form: UseFormReturn<PledgeFields, unknown, PledgeFields>
  /** Whether the champion is to be named: the secretariat records pledges on behalf of one. */
  namesChampion?: boolean
  submitLabel: string
  onSubmit: (fields: PledgeFields) => Promise<unknown>
}

/** The public form's fields. Only the title is needed for a draft. */
export function PledgeForm({ form, namesChampion = false, submitLabel, onSubmit }: Props) {
  const { t } = useTranslation('pledges')
  return (
    <div className={classes.sheet}>
      <Card>
        <CardBody>
          <Form form={form} onSubmit={(fields) => onSubmit(asked(fields))}>
            <p className={classes.hint}>{t('form.onMigrants')}</p>
            <PledgeFormSections control={form.control} namesChampion={namesChampion} />
            <FormActions>
              <Button type="submit" variant="filled" loading={form.formState.isSubmitting}>
                {submitLabel}
              </Button>
            </FormActions>
          </Form>
        </CardBody>
      </Card>
    </div>
  )
}

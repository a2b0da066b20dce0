import { Button } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import { type DefaultValues, useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import type { Versioned } from '@/api/record'
import { FormConflict } from '@/autosave/FormConflict'
import { SavedIndicator } from '@/autosave/SavedIndicator'
import { useAutosave, useAutosavedForm } from '@/autosave/useAutosave'
import { Card, CardBody } from '@/components/Card'
import { Columns } from '@/components/Columns'
import { applyProblemToForm } from '@/forms/applyProblem'
import { Form } from '@/forms/Form'
import classes from './Activity.module.css'
import { ActivityFormSections } from './ActivityFormSections'
import { type ActivityFields, loadActivity, saveActivity, versionedFields } from './activityFields'
import { type Activity, activityQuery } from './activityQuery'
import { SimilarActivities } from './SimilarActivities'
import { useFieldLabels } from './useFieldLabels'

interface Props {
  activity: Activity
  etag: string
}

/** Saved as one types: at once on this device, a moment later on the server. */
export function ActivityForm({ activity, etag }: Props) {
  const { t } = useTranslation('activities')
  const { t: tCommon } = useTranslation()
  const { id } = activity
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  const labels = useFieldLabels()

  /** The activity's page shows what was saved; the lists are read again when somebody looks at them. */
  const remember = async (saved: Versioned<Activity>) => {
    await queryClient.invalidateQueries({ refetchType: 'none' })
    queryClient.setQueryData(activityQuery(id).queryKey, saved)
    return versionedFields(saved)
  }
  const { autosaver, state } = useAutosave<ActivityFields>({
    record: `activity:${id}`,
    start: versionedFields({ data: activity, etag }),
    save: async (changes, version) => remember(await saveActivity(id, changes, version)),
    load: async () => remember(await loadActivity(id)),
  })
  const form = useForm<ActivityFields>({ defaultValues: autosaver.values as DefaultValues<ActivityFields> })
  useAutosavedForm(form, autosaver)

  useEffect(() => {
    if (state.kind === 'saved') form.clearErrors()
    if (state.kind === 'failed') applyProblemToForm(state.problem, form, tCommon, { movesFocus: false })
  }, [state, form, tCommon])
  useOutcomeInView()

  const finish = async () => {
    await autosaver.flush()
    const { kind } = autosaver.getState()
    if (kind === 'idle' || kind === 'saved')
      await navigate({ to: '/activities/$activityId', params: { activityId: id } })
  }

  return (
    <Columns aside={<SimilarActivities control={form.control} id={id} place="beside" />}>
      <Card>
        <CardBody>
          <Form form={form} onSubmit={finish}>
            <ActivityFormSections
              control={form.control}
              id={id}
              lead={activity.champion?.iso3}
              particulars={activity.particular_fields}
            />
            <div className={classes.foot}>
              <Button type="submit" variant="filled" loading={form.formState.isSubmitting}>
                {t('done')}
              </Button>
              <SavedIndicator state={state} />
            </div>
          </Form>
          <FormConflict
            form={form}
            conflict={state.kind === 'conflict' ? state.conflict : null}
            labels={labels}
            resolve={(chosen) => autosaver.resolve(chosen)}
          />
        </CardBody>
      </Card>
    </Columns>
  )
}

/** "…/edit#outcome" begins where the outcome is written. */
function useOutcomeInView(): void {
  const isDone = useRef(false)
  useEffect(() => {
    if (isDone.current || window.location.hash !== '#outcome') return
    isDone.current = true
    document.querySelector<HTMLTextAreaElement>('textarea[name="outcome"]')?.focus()
  }, [])
}

import { Button } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { type DefaultValues, type UseFormReturn, useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { type ApiProblem, isProblem } from '@/api/problem'
import type { Versioned } from '@/api/record'
import { ConflictDialog } from '@/autosave/ConflictDialog'
import { SavedIndicator } from '@/autosave/SavedIndicator'
import { useAutosavedForm } from '@/autosave/useAutosave'
import { ButtonLink } from '@/components/ButtonLink'
import { Card } from '@/components/Card'
import { Columns } from '@/components/Columns'
import { PageHeader } from '@/components/PageHeader'
import { TextLink } from '@/components/TextLink'
import { Form, FormActions } from '@/forms/Form'
import { Notice, PracticeNotices } from '../PracticeNotices'
import type { PracticeBody } from '../practiceQuery'
import { takeStep } from '../steps'
import { FormSections } from './FormSections'
import classes from './PracticeEditor.module.css'
import { FORM_ORDER, type PracticeFields, SUMMARY_WORDS, wordsIn } from './practiceFields'
import { StillMissing } from './StillMissing'
import { useFieldLabels } from './useFieldLabels'
import { usePracticeAutosave } from './usePracticeAutosave'

interface Props {
  record: string
  begun: PracticeBody | null
  start: Versioned<PracticeFields>
  onBegin?: (id: string) => void
}

export function PracticeEditor(props: Props) {
  const { t } = useTranslation('practices')
  const { autosaver, state, practice } = usePracticeAutosave(props)
  const form = useForm<PracticeFields>({ defaultValues: autosaver.values as DefaultValues<PracticeFields> })
  useAutosavedForm(form, autosaver)
  const showProblem = useProblemsBesideFields(form)
  const navigate = useNavigate()
  const labels = useFieldLabels()
  const [isUnsent, setUnsent] = useState(false)

  useEffect(() => {
    if (state.kind === 'failed') showProblem(state.problem, { focus: false })
    if (state.kind === 'saved') form.clearErrors()
  }, [state, form, showProblem])

  const submit = async () => {
    setUnsent(false)
    await autosaver.flush()
    const now = autosaver.getState()
    if (!practice || now.kind === 'failed' || now.kind === 'offline' || now.kind === 'conflict') {
      if (form.getValues('title').trim() === '') form.setError('title', { message: t('form.titleNeeded') })
      return setUnsent(true)
    }
    try {
      await takeStep({ id: practice.id, etag: autosaver.version, step: 'submit', reason: '' })
      await navigate({ to: '/practices/$practiceId', params: { practiceId: practice.id } })
    } catch (error) {
      if (!isProblem(error)) throw error
      setUnsent(true)
      showProblem(error, { focus: true })
    }
  }

  return (
    <>
      <PageHeader
        title={t(props.begun ? 'form.editTitle' : 'form.newTitle')}
        trail={<TextLink to="/practices">{t('title')}</TextLink>}
        summary={t('form.newHelp')}
      />
      {practice && <PracticeNotices practice={{ ...practice, missing: [] }} />}
      <Columns
        aside={
          <StillMissing
            saved={<SavedIndicator state={state} />}
            missing={practice?.missing ?? null}
            onChoose={(name) => form.setFocus(name, { shouldSelect: true })}
          />
        }
      >
        <Card>
          <div className={classes.sheet}>
            <Form form={form} onSubmit={submit}>
              <FormSections
                form={form}
                asksChampion={props.begun === null && props.start.data.champion === null}
                isBegun={practice !== null}
              />
              {isUnsent && <Notice tone="soon">{t('form.unsent')}</Notice>}
              <FormActions>
                {(!practice || practice.actions.includes('submit')) && (
                  <Button type="submit" variant="filled" loading={form.formState.isSubmitting}>
                    {t('form.submit')}
                  </Button>
                )}
                {practice && (
                  <ButtonLink to="/practices/$practiceId" params={{ practiceId: practice.id }}>
                    {t('form.back')}
                  </ButtonLink>
                )}
                <span className={classes.saved}>
                  <SavedIndicator state={state} />
                </span>
              </FormActions>
            </Form>
          </div>
        </Card>
      </Columns>
      {state.kind === 'conflict' && (
        <ConflictDialog
          conflict={state.conflict}
          labels={labels}
          onResolve={(chosen) => {
            form.reset(chosen)
            return autosaver.resolve(chosen)
          }}
        />
      )}
    </>
  )
}

/** What the server says about fields, beside them, in the words of the form; the rest on top. */
function useProblemsBesideFields(form: UseFormReturn<PracticeFields>) {
  const { t } = useTranslation('practices')
  const [show] = useState(() => (problem: ApiProblem, { focus }: { focus: boolean }) => {
    const messages: Record<string, string> = {
      missing: t('form.needed'),
      too_many_words: t('words.tooMany', {
        count: wordsIn(form.getValues('summary')),
        limit: SUMMARY_WORDS,
      }),
    }
    const isField = (name: string): name is keyof PracticeFields => name in form.getValues()
    const beside = problem.errors.flatMap(({ pointer, code, detail }) => {
      const name = pointer?.split('/')[1] ?? ''
      return isField(name) ? [{ name, message: messages[code ?? ''] ?? detail }] : []
    })
    beside.sort((one, other) => FORM_ORDER.indexOf(one.name) - FORM_ORDER.indexOf(other.name))
    for (const { name, message } of beside) form.setError(name, { type: 'server', message })
    if (focus && beside[0]) form.setFocus(beside[0].name)
    if (beside.length === 0 && problem.status < 500 && !problem.isOffline)
      form.setError('root.server', { message: problem.message })
  })
  return show
}

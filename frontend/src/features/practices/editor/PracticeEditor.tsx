import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { type DefaultValues, type UseFormReturn, useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import type { CommentBody } from '@/api/generated/types.gen'
import { type ApiProblem, isProblem } from '@/api/problem'
import type { Versioned } from '@/api/record'
import { FormConflict } from '@/autosave/FormConflict'
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
import { CommentThread } from '../review/CommentThread'
import { useRoundComments } from '../review/useRoundComments'
import { takeStep } from '../steps'
import { useShownValue } from '../useShownValue'
import { CoAuthors } from './CoAuthors'
import { FormReviewProvider } from './FormReview'
import { FormSection } from './FormSection'
import { type FieldName, FORM_ORDER, type FormStep, stepAfter } from './formSteps'
import classes from './PracticeEditor.module.css'
import { type PracticeFields, SUMMARY_WORDS, wordsIn } from './practiceFields'
import { SimilarPractices } from './SimilarPractices'
import { StepNav } from './StepNav'
import { StillMissing } from './StillMissing'
import { useFieldLabels } from './useFieldLabels'
import { usePracticeAutosave } from './usePracticeAutosave'
import { useStepInAddress } from './useStepInAddress'

interface Props {
  record: string
  begun: PracticeBody | null
  start: Versioned<PracticeFields>
  onBegin?: (id: string) => void
  /** The one that the address names. */
  step: FormStep | undefined
}

export function PracticeEditor(props: Props) {
  const { t } = useTranslation('practices')
  const { autosaver, state, practice, followColleague } = usePracticeAutosave(props)
  const form = useForm<PracticeFields>({ defaultValues: autosaver.values as DefaultValues<PracticeFields> })
  useAutosavedForm(form, autosaver)
  const navigate = useNavigate()
  const handIn = useMutation({ mutationFn: takeStep })
  const labels = useFieldLabels()
  const [isUnsent, setUnsent] = useState(false)
  const comments = useRoundComments(practice)
  const { step, choose, goTo } = useStepInAddress(props.step, comments, form)
  const next = stepAfter(step)
  const isComplete = practice?.missing.length === 0
  const showValue = useShownValue()
  const showProblem = useProblemsBesideFields(form, goTo)

  useEffect(() => {
    if (state.kind === 'failed') showProblem(state.problem, { focus: false })
    if (state.kind === 'saved') form.clearErrors()
  }, [state, form, showProblem])

  const submit = async () => {
    setUnsent(false)
    await autosaver.flush()
    const now = autosaver.getState()
    if (!practice || now.kind === 'failed' || now.kind === 'offline' || now.kind === 'conflict') {
      if (!practice) {
        const lacks = form.getValues('title').trim() === '' ? 'title' : 'summary'
        form.setError(lacks, { message: t(lacks === 'title' ? 'form.titleNeeded' : 'form.sentenceNeeded') })
        goTo(lacks)
      }
      return setUnsent(true)
    }
    try {
      await handIn.mutateAsync({ id: practice.id, etag: autosaver.version, step: 'submit', reason: '' })
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
      <FormReviewProvider value={{ comments, acronyms: practice?.acronyms ?? [] }}>
        <Columns
          aside={
            <div className={classes.aside}>
              <StillMissing
                saved={<SavedIndicator state={state} />}
                missing={practice?.missing ?? null}
                onChoose={goTo}
                control={form.control}
              />
              <SimilarPractices control={form.control} id={practice?.id} place="beside" />
              {practice && <CoAuthors practiceId={practice.id} onEdited={followColleague} />}
            </div>
          }
        >
          <Card>
            <StepNav step={step} missing={practice?.missing ?? null} onChoose={choose} />
            <div className={classes.sheet}>
              <Form form={form} onSubmit={submit}>
                <OnTheWhole comments={comments} />
                <FormSection
                  step={step}
                  form={form}
                  asksChampion={props.begun === null && props.start.data.champion === null}
                  id={practice?.id}
                />
                {isUnsent && <Notice tone="soon">{t('form.unsent')}</Notice>}
                <FormActions>
                  {next && (
                    <Button variant={isComplete ? 'default' : 'filled'} onClick={() => choose(next)}>
                      {t('form.next', { step: t(`form.${next}`) })}
                    </Button>
                  )}
                  {(!practice || practice.actions.includes('submit')) && (
                    <Button
                      type="submit"
                      variant={next && !isComplete ? 'default' : 'filled'}
                      loading={form.formState.isSubmitting}
                    >
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
      </FormReviewProvider>
      <FormConflict
        form={form}
        conflict={state.kind === 'conflict' ? state.conflict : null}
        labels={labels}
        show={showValue}
        resolve={(chosen) => autosaver.resolve(chosen)}
      />
    </>
  )
}

/** What is said to the practice as a whole stands above every step. */
function OnTheWhole({ comments }: { comments: CommentBody[] }) {
  return comments
    .filter(({ field }) => field === null)
    .map((comment) => <CommentThread key={comment.id} comment={comment} />)
}

/** What the server says about fields, beside them, in the words of the form; the rest on top. */
function useProblemsBesideFields(form: UseFormReturn<PracticeFields>, goTo: (name: FieldName) => void) {
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
    if (focus && beside[0]) goTo(beside[0].name)
    if (beside.length === 0 && problem.status < 500 && !problem.isOffline)
      form.setError('root.server', { message: problem.message })
  })
  return show
}

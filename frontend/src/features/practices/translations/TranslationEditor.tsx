import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { checkPracticeTranslation, deletePracticeTranslation } from '@/api/generated/sdk.gen'
import { ifMatch, type Versioned } from '@/api/record'
import { FormConflict } from '@/autosave/FormConflict'
import { SavedIndicator } from '@/autosave/SavedIndicator'
import { useAutosave, useAutosavedForm } from '@/autosave/useAutosave'
import { ConfirmDialog } from '@/components/ConfirmDialog'
import { PageHeader } from '@/components/PageHeader'
import { TextLink } from '@/components/TextLink'
import { CheckboxField } from '@/forms/choiceFields'
import { Form, FormActions } from '@/forms/Form'
import { LANGUAGES } from '@/i18n/languages'
import { Notice } from '../PracticeNotices'
import type { PracticeBody } from '../practiceQuery'
import { SideBySide } from './SideBySide'
import classes from './Translations.module.css'
import { fieldsOf, TEXTS, type TranslationFields, translationStore } from './translationFields'
import type { TranslationBody } from './translationQuery'
import { useTranslationLabels } from './useTranslationLabels'

interface Props {
  practice: PracticeBody
  /** As it was when the page was opened: what the form begins from. */
  opened: Versioned<TranslationBody>
  /** As it was last read. */
  translation: TranslationBody
}

export function TranslationEditor({ practice, opened, translation }: Props) {
  const { t } = useTranslation('translations')
  const navigate = useNavigate()
  const labels = useTranslationLabels()
  const [isDeleting, setDeleting] = useState(false)
  const path = { practice_id: practice.id, language: translation.language }
  const { autosaver, state } = useAutosave<TranslationFields>({
    record: `translation:${practice.id}:${translation.language}`,
    start: { data: fieldsOf(opened.data), etag: opened.etag },
    ...translationStore(path),
  })
  const form = useForm<TranslationFields>({ defaultValues: autosaver.values })
  useAutosavedForm(form, autosaver)
  const toPractice = () =>
    navigate({
      to: '/practices/$practiceId',
      params: { practiceId: practice.id },
      search: { in: translation.language },
    })
  const check = useMutation({
    mutationFn: async () => {
      await autosaver.flush()
      await checkPracticeTranslation({ path, headers: ifMatch(autosaver.version) })
      await toPractice()
    },
  })
  const remove = useMutation({
    mutationFn: async () => {
      await autosaver.flush()
      await deletePracticeTranslation({ path, headers: ifMatch(autosaver.version) })
      await toPractice()
    },
  })
  /** Everything that the original says; what is lacking is told beside its field. */
  const checkWhole = async () => {
    const lacking = TEXTS.filter((name) => practice[name] && !form.getValues(name).trim())
    for (const name of lacking) form.setError(name, { message: t('editor.needed') })
    if (lacking[0]) form.setFocus(lacking[0])
    else await check.mutateAsync()
  }
  const language = LANGUAGES[translation.language]
  return (
    <>
      <PageHeader
        title={t('editor.title', { language })}
        trail={
          <TextLink to="/practices/$practiceId" params={{ practiceId: practice.id }}>
            {practice.title}
          </TextLink>
        }
        summary={t('editor.help')}
        action={<SavedIndicator state={state} />}
      />
      {translation.state === 'older' && (
        <Notice tone="soon">{t('editor.older', { count: translation.changed.length })}</Notice>
      )}
      <Form form={form} onSubmit={checkWhole} isWide>
        <div className={classes.sheet}>
          {TEXTS.filter((name) => practice[name] || translation[name]).map((name) => (
            <SideBySide
              key={name}
              name={name}
              label={labels[name]}
              control={form.control}
              original={practice}
              before={translation.rendered.find((text) => text.name === name)?.before}
              language={translation.language}
            />
          ))}
          <CheckboxField
            control={form.control}
            name="is_machine"
            label={t('editor.isMachine')}
            help={t('editor.isMachineHelp')}
          />
        </div>
        <FormActions>
          <Button type="submit" variant="filled" loading={check.isPending}>
            {t('editor.check')}
          </Button>
          <Button onClick={() => void toPractice()}>{t('editor.later')}</Button>
          <Button variant="subtle" color="red" onClick={() => setDeleting(true)}>
            {t('editor.delete')}
          </Button>
        </FormActions>
      </Form>
      <ConfirmDialog
        opened={isDeleting}
        onClose={() => setDeleting(false)}
        title={t('editor.deleteTitle', { language })}
        confirmLabel={t('editor.delete')}
        tone="danger"
        onConfirm={() => remove.mutateAsync()}
      >
        {t('editor.deleteHelp')}
      </ConfirmDialog>
      <FormConflict
        form={form}
        conflict={state.kind === 'conflict' ? state.conflict : null}
        labels={labels}
        resolve={(chosen) => autosaver.resolve(chosen)}
      />
    </>
  )
}

import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useForm, useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { proposeMinutesCorrection } from '@/api/generated/sdk.gen'
import type { MinutesItemBody } from '@/api/generated/types.gen'
import { keptValues, useKeptForm } from '@/autosave/useKeptForm'
import { Form, FormActions } from '@/forms/Form'
import { TextAreaField } from '@/forms/TextAreaField'
import classes from './Minutes.module.css'
import { WordDiff } from './WordDiff'

interface Props {
  meetingId: string
  item: MinutesItemBody
  onDone: () => void
}

/** The text as one's champion wants to read it, with what that changes; kept on this device until it is sent. */
export function ProposeCorrection({ meetingId, item, onDone }: Props) {
  const { t } = useTranslation('minutes')
  const { t: tCommon } = useTranslation()
  const key = `correction:${item.id}:${item.version}`
  const empty = { text: item.text, why: '' }
  const form = useForm({ defaultValues: keptValues(key, empty) })
  const { forget } = useKeptForm(form, key, empty)
  const text = useWatch({ control: form.control, name: 'text' })
  const done = () => {
    forget()
    onDone()
  }
  const propose = useMutation({
    mutationFn: (body: { text: string; why: string }) =>
      proposeMinutesCorrection({
        path: { meeting_id: meetingId, item_id: item.id },
        body: { ...body, based_on: item.version },
      }),
    onSuccess: done,
  })
  return (
    <Form form={form} onSubmit={(body) => propose.mutateAsync(body)}>
      <TextAreaField
        control={form.control}
        name="text"
        label={t('correction.text')}
        help={/@\d/.test(item.text) && t('correction.textHelp')}
        minRows={3}
      />
      {text !== item.text && (
        <div className={classes.correction}>
          <div className={classes.quiet}>{t('correction.changes')}</div>
          <WordDiff from={item.text} to={text} language={item.language} />
        </div>
      )}
      <TextAreaField control={form.control} name="why" label={t('correction.why')} minRows={2} />
      <FormActions>
        <Button type="submit" variant="filled" loading={form.formState.isSubmitting}>
          {t('correction.send')}
        </Button>
        <Button variant="subtle" onClick={done}>
          {tCommon('action.cancel')}
        </Button>
      </FormActions>
    </Form>
  )
}

import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import * as z from 'zod/mini'
import { changeFundAdvocacy, createFundAdvocacy } from '@/api/generated/sdk.gen'
import type { AdvocacyBody } from '@/api/generated/types.gen'
import { ifMatch } from '@/api/record'
import { SelectField } from '@/forms/choiceFields'
import { DateField } from '@/forms/DateField'
import { TextAreaField } from '@/forms/TextAreaField'
import { TextField } from '@/forms/textFields'
import { useSchemaForm } from '@/forms/useSchemaForm'
import { EntryDialog, EntryForm } from './EntryDialog'
import { useMechanismChoices } from './useMechanismChoices'

interface Props {
  /** What is changed; without it something new is written down. */
  done?: AdvocacyBody
  opened: boolean
  onClose: () => void
}

export function AdvocacyDialog({ opened, ...props }: Props) {
  const { t } = useTranslation('mechanism')
  const title = props.done ? t('advocacy.changeTitle') : t('advocacy.add')
  return (
    <EntryDialog title={title} opened={opened} onClose={props.onClose}>
      <AdvocacyForm {...props} />
    </EntryDialog>
  )
}

function AdvocacyForm({ done, onClose }: Omit<Props, 'opened'>) {
  const { t } = useTranslation('mechanism')
  const choices = useMechanismChoices()
  const schema = z.object({
    title: z.string().check(z.trim(), z.minLength(1, t('titleMissing'))),
    done_on: z.string(t('advocacy.dayMissing')).check(z.minLength(10, t('advocacy.dayMissing'))),
    text: z.string(),
    champion: z.nullable(z.string()),
    visibility: z.enum(['public', 'members', 'private']),
    link: z.string().check(z.regex(/^(https?:\/\/\S+)?$/, t('linkWrong'))),
  })
  const form = useSchemaForm(schema, {
    title: done?.title ?? '',
    done_on: done?.done_on ?? '',
    text: done?.text ?? '',
    champion: null,
    visibility: done?.visibility ?? 'public',
    link: done?.link ?? '',
  })
  const save = useMutation({
    mutationFn: async ({ champion, ...body }: z.output<typeof schema>) => {
      if (!done) return createFundAdvocacy({ body: { ...body, champion } })
      const headers = ifMatch(`"${done.revision}"`)
      return changeFundAdvocacy({ path: { record_id: done.id }, body, headers })
    },
    onSuccess: onClose,
  })
  const { control } = form
  return (
    <EntryForm form={form} onSubmit={(fields) => save.mutateAsync(fields)} onClose={onClose}>
      <TextField control={control} name="title" label={t('titleField')} maxLength={200} />
      <DateField control={control} name="done_on" label={t('advocacy.day')} />
      <TextAreaField control={control} name="text" label={t('text')} maxLength={10_000} optional />
      <TextField control={control} name="link" type="url" label={t('link')} maxLength={500} optional />
      {choices.namesChampion && !done && (
        <SelectField
          control={control}
          name="champion"
          label={t('champion')}
          help={t('championHelp')}
          choices={choices.champions}
          optional
        />
      )}
      <SelectField
        control={control}
        name="visibility"
        label={t('visibility.label')}
        choices={choices.visibilities}
      />
    </EntryForm>
  )
}

import { Modal } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import * as z from 'zod/mini'
import { sayCollaborationNeed } from '@/api/generated/sdk.gen'
import { SelectField } from '@/forms/choiceFields'
import { DialogActions } from '@/forms/DialogActions'
import { Form } from '@/forms/Form'
import { TextField } from '@/forms/textFields'
import { useSchemaForm } from '@/forms/useSchemaForm'
import { useTerms } from '@/vocabularies/useTerms'

interface Props {
  iso3: string
  onClose: () => void
}

/** One sentence for one objective. */
export function NeedDialog({ iso3, onClose }: Props) {
  const { t } = useTranslation(['collaboration', 'common'])
  const objectives = useTerms('objectives').map(({ key, number, short }) => ({
    value: key,
    label: `${number} ${short}`,
  }))
  const schema = z.object({
    kind: z.enum(['seeks', 'offers']),
    objective: z
      .nullable(z.string())
      .check(z.refine((chosen) => chosen !== null, t('need.objectiveMissing'))),
    sentence: z.string().check(z.trim(), z.minLength(3, t('need.sentenceMissing'))),
  })
  const form = useSchemaForm(schema, { kind: 'seeks', objective: null, sentence: '' })
  const say = useMutation({
    mutationFn: ({ objective, ...rest }: z.output<typeof schema>) =>
      sayCollaborationNeed({ body: { ...rest, objective: Number(objective), champion: iso3 } }),
    onSuccess: onClose,
  })
  return (
    <Modal opened onClose={onClose} title={t('need.say')}>
      <Form form={form} onSubmit={(fields) => say.mutateAsync(fields)}>
        <SelectField
          control={form.control}
          name="kind"
          label={t('need.kind')}
          choices={(['seeks', 'offers'] as const).map((kind) => ({
            value: kind,
            label: t(`need.we.${kind}`),
          }))}
        />
        <SelectField control={form.control} name="objective" label={t('objective')} choices={objectives} />
        <TextField
          control={form.control}
          name="sentence"
          label={t('need.sentence')}
          help={t('need.sentenceHelp')}
          maxLength={300}
        />
        <DialogActions form={form} onClose={onClose} />
      </Form>
    </Modal>
  )
}

import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import * as z from 'zod/mini'
import { supportNetworkTool } from '@/api/generated/sdk.gen'
import type { ToolBody } from '@/api/generated/types.gen'
import { SelectField } from '@/forms/choiceFields'
import { TextAreaField } from '@/forms/TextAreaField'
import { useSchemaForm } from '@/forms/useSchemaForm'
import { EntryDialog, EntryForm } from './EntryDialog'
import { useMechanismChoices } from './useMechanismChoices'

const PARTS = ['supports', 'tests'] as const

interface Props {
  tool: ToolBody
  /** What was said before. */
  mine?: ToolBody['supporters'][number]
  opened: boolean
  onClose: () => void
}

export function SupportDialog({ opened, ...props }: Props) {
  return (
    <EntryDialog title={props.tool.title} opened={opened} onClose={props.onClose}>
      <SupportForm {...props} />
    </EntryDialog>
  )
}

function SupportForm({ tool, mine, onClose }: Omit<Props, 'opened'>) {
  const { t } = useTranslation('mechanism')
  const choices = useMechanismChoices()
  const schema = z.object({
    part: z.enum(PARTS),
    feedback: z.string(),
    champion: z.nullable(z.string()),
  })
  const form = useSchemaForm(schema, {
    part: mine?.part ?? 'tests',
    feedback: mine?.feedback ?? '',
    champion: null,
  })
  const say = useMutation({
    mutationFn: (body: z.output<typeof schema>) => supportNetworkTool({ path: { record_id: tool.id }, body }),
    onSuccess: onClose,
  })
  const { control } = form
  return (
    <EntryForm form={form} onSubmit={(fields) => say.mutateAsync(fields)} onClose={onClose}>
      {choices.namesChampion && (
        <SelectField control={control} name="champion" label={t('champion')} choices={choices.champions} />
      )}
      <SelectField
        control={control}
        name="part"
        label={t('tools.part.label')}
        choices={PARTS.map((value) => ({ value, label: t(`tools.part.${value}`) }))}
      />
      <TextAreaField
        control={control}
        name="feedback"
        label={t('tools.feedback')}
        help={t('tools.feedbackHelp')}
        maxLength={10_000}
        optional
      />
    </EntryForm>
  )
}

import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import * as z from 'zod/mini'
import { changeNetworkTool, createNetworkTool } from '@/api/generated/sdk.gen'
import type { ToolBody } from '@/api/generated/types.gen'
import { ifMatch } from '@/api/record'
import { MultiSelectField, SelectField } from '@/forms/choiceFields'
import { TextAreaField } from '@/forms/TextAreaField'
import { TextField } from '@/forms/textFields'
import { useSchemaForm } from '@/forms/useSchemaForm'
import { EntryDialog, EntryForm } from './EntryDialog'
import { useMechanismChoices } from './useMechanismChoices'

const KINDS = ['workplan', 'guidance', 'tool'] as const
const STAGES = ['in_development', 'in_test', 'in_use'] as const

interface Props {
  /** The one that is changed; without it a new one is added. */
  tool?: ToolBody
  opened: boolean
  onClose: () => void
}

export function ToolDialog({ opened, ...props }: Props) {
  const { t } = useTranslation('mechanism')
  const title = props.tool ? t('tools.changeTitle') : t('tools.add')
  return (
    <EntryDialog title={title} opened={opened} onClose={props.onClose}>
      <ToolForm {...props} />
    </EntryDialog>
  )
}

function ToolForm({ tool, onClose }: Omit<Props, 'opened'>) {
  const { t } = useTranslation('mechanism')
  const choices = useMechanismChoices()
  const schema = z.object({
    title: z.string().check(z.trim(), z.minLength(1, t('titleMissing'))),
    kind: z.enum(KINDS, t('tools.kindMissing')),
    stage: z.enum(STAGES),
    summary: z.string(),
    objectives: z.array(z.string()),
    link: z.string().check(z.regex(/^(https?:\/\/\S+)?$/, t('linkWrong'))),
  })
  const form = useSchemaForm(schema, {
    title: tool?.title ?? '',
    ...(tool && { kind: tool.kind }),
    stage: tool?.stage ?? 'in_use',
    summary: tool?.summary ?? '',
    objectives: tool?.objectives.map(String) ?? [],
    link: tool?.link ?? '',
  })
  const save = useMutation({
    mutationFn: async ({ objectives, ...fields }: z.output<typeof schema>) => {
      const body = { ...fields, objectives: objectives.map(Number) }
      if (!tool) return createNetworkTool({ body })
      const headers = ifMatch(`"${tool.revision}"`)
      return changeNetworkTool({ path: { record_id: tool.id }, body, headers })
    },
    onSuccess: onClose,
  })
  const { control } = form
  return (
    <EntryForm form={form} onSubmit={(fields) => save.mutateAsync(fields)} onClose={onClose}>
      <TextField control={control} name="title" label={t('titleField')} maxLength={200} />
      <SelectField
        control={control}
        name="kind"
        label={t('tools.kind.label')}
        choices={KINDS.map((value) => ({ value, label: t(`tools.kind.${value}`) }))}
      />
      <SelectField
        control={control}
        name="stage"
        label={t('tools.stage.label')}
        choices={STAGES.map((value) => ({ value, label: t(`tools.stage.${value}`) }))}
      />
      <TextAreaField control={control} name="summary" label={t('summaryField')} maxLength={10_000} optional />
      <MultiSelectField
        control={control}
        name="objectives"
        label={t('objectives')}
        choices={choices.objectives}
        optional
      />
      <TextField control={control} name="link" type="url" label={t('link')} maxLength={500} optional />
    </EntryForm>
  )
}

import type { Control, FieldValues, Path } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { TextAreaField } from '@/forms/TextAreaField'

interface Details {
  what_next: string
  evidence: string
}

/** What may follow the words of an update: what comes next, and where one can see what was done. */
export function UpdateDetails<T extends FieldValues & Details>({
  control,
}: {
  control: Control<T, unknown, T>
}) {
  const { t } = useTranslation('workplan')
  return (
    <>
      <TextAreaField
        control={control}
        name={'what_next' as Path<T>}
        label={t('report.next')}
        maxLength={10_000}
        minRows={1}
        optional
      />
      <TextAreaField
        control={control}
        name={'evidence' as Path<T>}
        label={t('report.evidence')}
        help={t('report.evidenceHelp')}
        minRows={1}
        optional
      />
    </>
  )
}

import { useTranslation } from 'react-i18next'
import { FileButtons } from '@/components/FileButtons'

interface Props {
  /** Where the minutes are read, below the API's root. */
  path: string
  /** What they are called, also as a file. */
  name: string
}

/** Minutes as files, in the reader's language. */
export function MinutesFiles({ path, name }: Props) {
  const { t } = useTranslation('minutes')
  return (
    <FileButtons
      label={t('files.label')}
      path={path}
      name={name}
      size="xs"
      say={(form) => t('files.get', { form })}
    />
  )
}

import { Button, type ButtonProps, Group } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { download } from '@/api/download'
import { problemMessage } from '@/forms/problemMessage'

const DOCUMENTS = { docx: 'DOCX', pdf: 'PDF' }

interface Props {
  /** What the files are, for those who hear it. */
  label: string
  /** Where they are had, below the API's root. */
  path: string
  /** What they are called, without a suffix. */
  name: string
  size?: ButtonProps['size']
  /** The forms it may be had in, by the suffix of each; a document's by default. */
  forms?: Record<string, string>
  /** What a button says; the form alone where it is plain what is had. */
  say?: (form: string) => string
}

/** The same matter as files: a document as DOCX and as PDF, unless other forms are named. */
export function FileButtons({ label, path, name, size, forms = DOCUMENTS, say = (form) => form }: Props) {
  const { t } = useTranslation()
  const get = useMutation({
    mutationFn: (suffix: string) => download(`${path}?format=${suffix}`, `${name}.${suffix}`),
    meta: { refreshesQueries: false },
  })
  return (
    <Group gap="xs" role="group" aria-label={label} data-print="hide">
      {Object.entries(forms).map(([suffix, form]) => (
        <Button
          key={suffix}
          {...(size && { size })}
          loading={get.isPending && get.variables === suffix}
          onClick={() => get.mutate(suffix)}
        >
          {say(form)}
        </Button>
      ))}
      {get.isError && (
        <span role="alert" style={{ color: 'var(--bad)' }}>
          {problemMessage(get.error, t)}
        </span>
      )}
    </Group>
  )
}

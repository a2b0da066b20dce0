import { Button, type ButtonProps, Group } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { download } from '@/api/download'
import { problemMessage } from '@/forms/problemMessage'

const FORMS = ['docx', 'pdf'] as const

interface Props {
  /** What the files are, for those who hear it. */
  label: string
  /** Where they are had, below the API's root. */
  path: string
  /** What they are called, without a suffix. */
  name: string
  size?: ButtonProps['size']
  /** What a button says; the form alone where it is plain what is had. */
  say?: (form: string) => string
}

/** The same document as DOCX and as PDF. */
export function FileButtons({ label, path, name, size, say = (form) => form }: Props) {
  const { t } = useTranslation()
  const get = useMutation({
    mutationFn: (form: (typeof FORMS)[number]) => download(`${path}?format=${form}`, `${name}.${form}`),
    meta: { refreshesQueries: false },
  })
  return (
    <Group gap="xs" role="group" aria-label={label} data-print="hide">
      {FORMS.map((form) => (
        <Button
          key={form}
          {...(size && { size })}
          loading={get.isPending && get.variables === form}
          onClick={() => get.mutate(form)}
        >
          {say(form.toUpperCase())}
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

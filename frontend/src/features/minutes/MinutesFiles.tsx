import { Button, Group } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { download } from '@/api/download'
import { problemMessage } from '@/forms/problemMessage'
import classes from './Minutes.module.css'

const FORMS = ['docx', 'pdf'] as const

interface Props {
  /** Where the minutes are read, below the API's root. */
  path: string
  /** What they are called, also as a file. */
  name: string
}

/** Minutes as files, in the reader's language. */
export function MinutesFiles({ path, name }: Props) {
  const { t } = useTranslation('minutes')
  const { t: common } = useTranslation()
  const get = useMutation({
    mutationFn: (form: (typeof FORMS)[number]) => download(`${path}?format=${form}`, `${name}.${form}`),
    meta: { refreshesQueries: false },
  })
  return (
    <Group gap="xs" role="group" aria-label={t('files.label')} data-print="hide">
      {FORMS.map((form) => (
        <Button
          key={form}
          size="xs"
          loading={get.isPending && get.variables === form}
          onClick={() => get.mutate(form)}
        >
          {t('files.get', { form: form.toUpperCase() })}
        </Button>
      ))}
      {get.isError && (
        <span role="alert" className={classes.failure}>
          {problemMessage(get.error, common)}
        </span>
      )}
    </Group>
  )
}

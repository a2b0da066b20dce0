import { Button, Group } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { download } from '@/api/download'
import { problemMessage } from '@/forms/problemMessage'
import classes from './Documents.module.css'
import type { OfMeeting } from './documentQuery'

const FORMS = ['pdf', 'zip'] as const

/** The agenda and all documents in one file, in the reader's language. */
export function PackButtons({ meeting }: { meeting: OfMeeting }) {
  const { t } = useTranslation('documents')
  const { t: common } = useTranslation()
  const get = useMutation({
    mutationFn: (form: (typeof FORMS)[number]) =>
      download(`/meetings/${meeting.id}/pack?format=${form}`, `${meeting.title}.${form}`),
    meta: { refreshesQueries: false },
  })
  return (
    <Group gap="xs" role="group" aria-label={t('pack')} data-print="hide">
      <span>{t('pack')}</span>
      {FORMS.map((form) => (
        <Button
          key={form}
          size="xs"
          loading={get.isPending && get.variables === form}
          onClick={() => get.mutate(form)}
        >
          {form.toUpperCase()}
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

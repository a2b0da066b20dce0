import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { getHandoverBrief } from '@/api/generated/sdk.gen'
import { problemMessage } from '@/forms/problemMessage'
import classes from './Handover.module.css'

const FORMS = ['docx', 'pdf'] as const
type FileForm = (typeof FORMS)[number]

/** The brief as a file, named by the server. */
export function DownloadButtons({ termId }: { termId: string }) {
  const { t } = useTranslation('handover')
  const { t: tCommon } = useTranslation()
  const download = useMutation({
    mutationFn: (form: FileForm) => save(termId, form),
    meta: { refreshesQueries: false },
  })
  return (
    <>
      <Button onClick={() => window.print()}>{t('print')}</Button>
      {FORMS.map((form) => (
        <Button
          key={form}
          {...(form === 'pdf' && { variant: 'filled' })}
          loading={download.isPending && download.variables === form}
          onClick={() => download.mutate(form)}
        >
          {t(`download.${form}`)}
        </Button>
      ))}
      {download.isError && (
        <p role="alert" className={classes.failure}>
          {problemMessage(download.error, tCommon)}
        </p>
      )}
    </>
  )
}

async function save(termId: string, form: FileForm): Promise<void> {
  const { data, response } = await getHandoverBrief({
    path: { term_id: termId },
    query: { format: form },
    parseAs: 'blob',
  })
  const file: unknown = data
  if (!(file instanceof Blob)) throw new TypeError('The file came as something else.')
  const address = URL.createObjectURL(file)
  const link = document.createElement('a')
  link.href = address
  link.download = nameIn(response.headers.get('Content-Disposition') ?? '') ?? `brief.${form}`
  link.click()
  URL.revokeObjectURL(address)
}

/** The whole name of RFC 6266, `filename*`. */
function nameIn(disposition: string): string | undefined {
  const found = /filename\*=UTF-8''([^;]+)/.exec(disposition)?.[1]
  return found && decodeURIComponent(found)
}

import { Button, FileButton } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { addPracticeFile } from '@/api/generated/sdk.gen'
import { ProgressBar } from '@/components/ProgressBar'
import { problemMessage } from '@/forms/problemMessage'
import { useSending } from '@/uploads/useSending'
import { FileMenu } from './FileMenu'
import { FileRow } from './FileRow'
import classes from './Files.module.css'
import { practiceFilesQuery, TAKEN } from './practiceFiles'

interface Props {
  /** Its key, once the draft is begun. */
  practiceId: string | undefined
  label: string
}

/** The files beside what is being written: a manual, a form, an evaluation. They stay with the version that is published. */
export function FilesField({ practiceId, label }: Props) {
  const { t } = useTranslation('files')
  const id = useId()
  return (
    // what a dialog's form sends would reach the form that this field stands in
    <section aria-labelledby={id} className={classes.field} onSubmit={(event) => event.stopPropagation()}>
      <h3 id={id} className={classes.label}>
        {label} <span className={classes.optional}>{t('optional')}</span>
      </h3>
      {practiceId ? <Files practiceId={practiceId} /> : <p className={classes.help}>{t('onceBegun')}</p>}
    </section>
  )
}

function Files({ practiceId }: { practiceId: string }) {
  const { t } = useTranslation('files')
  const { t: common } = useTranslation()
  const { data } = useQuery(practiceFilesQuery(practiceId))
  const { sending, sent } = useSending((upload_id) =>
    addPracticeFile({ path: { practice_id: practiceId }, body: { upload_id } }),
  )
  return (
    <>
      {data && data.items.length > 0 && (
        <ul className={classes.files}>
          {data.items.map((file) => (
            <FileRow key={file.id} practiceId={practiceId} file={file}>
              {data.actions.includes('change') && <FileMenu practiceId={practiceId} file={file} />}
            </FileRow>
          ))}
        </ul>
      )}
      {sending.isPending && (
        <ProgressBar label={sending.variables.name} done={sent} total={sending.variables.size} sentence="" />
      )}
      <FileButton accept={TAKEN} onChange={(file) => file && sending.mutate(file)}>
        {(props) => (
          <Button size="xs" className={classes.add} loading={sending.isPending} {...props}>
            {t('add')}
          </Button>
        )}
      </FileButton>
      {sending.isError && (
        <p role="alert" className={classes.failure}>
          {problemMessage(sending.error, common)}
        </p>
      )}
      <p className={classes.help}>{t('help')}</p>
    </>
  )
}

import { Button, FileButton } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { download } from '@/api/download'
import { putPledgeFile, removePledgeFile } from '@/api/generated/sdk.gen'
import { ifMatch } from '@/api/record'
import { Card, CardBody } from '@/components/Card'
import { ProgressBar } from '@/components/ProgressBar'
import { problemMessage } from '@/forms/problemMessage'
import { useFormat } from '@/i18n/useFormat'
import { useSending } from '@/uploads/useSending'
import classes from './Pledges.module.css'
import type { Pledge } from './pledgeQuery'

const TAKEN = '.txt,.rtf,.pdf,.doc,.docx,.odt,.ppt,.pptx,.odp,.xls,.xlsx,.ods'

/** The one file that a pledge may have. It goes up in parts, so that a broken line costs one of them. */
export function FileCard({ pledge, etag }: { pledge: Pledge; etag: string }) {
  const { t } = useTranslation('pledges')
  const { t: common } = useTranslation()
  const format = useFormat()
  const path = { pledge_id: pledge.id }
  const { sending: put, sent } = useSending((upload_id) =>
    putPledgeFile({ path, headers: ifMatch(etag), body: { upload_id } }),
  )
  const remove = useMutation({ mutationFn: () => removePledgeFile({ path, headers: ifMatch(etag) }) })
  const get = useMutation({
    mutationFn: (name: string) => download(`/pledges/${pledge.id}/file`, name),
    meta: { refreshesQueries: false },
  })
  const { file } = pledge
  const mayChange = pledge.actions.includes('change')
  const failure = put.error ?? remove.error ?? get.error
  if (!file && !mayChange) return null
  return (
    <Card title={t('file.title')}>
      <CardBody>
        {file ? (
          <p className={classes.line}>
            <bdi>{file.file_name}</bdi> <span className={classes.inlineQuiet}>{format.size(file.size)}</span>
          </p>
        ) : (
          <p className={classes.nothing}>{t('file.none')}</p>
        )}
        {put.isPending && (
          <ProgressBar label={put.variables.name} done={sent} total={put.variables.size} sentence="" />
        )}
        <div className={classes.buttons} data-print="hide">
          {file && (
            <Button size="xs" loading={get.isPending} onClick={() => get.mutate(file.file_name)}>
              {t('file.download')}
            </Button>
          )}
          {mayChange && (
            <FileButton accept={TAKEN} onChange={(chosen) => chosen && put.mutate(chosen)}>
              {(props) => (
                <Button size="xs" loading={put.isPending} {...props}>
                  {t(file ? 'file.replace' : 'file.add')}
                </Button>
              )}
            </FileButton>
          )}
          {file && mayChange && (
            <Button size="xs" variant="subtle" loading={remove.isPending} onClick={() => remove.mutate()}>
              {t('file.remove')}
            </Button>
          )}
        </div>
        {mayChange && <p className={classes.quiet}>{t('file.help')}</p>}
        {failure && (
          <p role="alert" className={classes.failure}>
            {problemMessage(failure, common)}
          </p>
        )}
      </CardBody>
    </Card>
  )
}

import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { download } from '@/api/download'
import { problemMessage } from '@/forms/problemMessage'
import classes from './Pledges.module.css'
import type { PledgeSearch } from './PledgesPage'

/** What is shown, as a workbook. */
export function SheetButton({ search }: { search: PledgeSearch }) {
  const { t } = useTranslation('pledges')
  const { t: common } = useTranslation()
  const get = useMutation({
    mutationFn: () => download(`/pledges/export?${asked(search)}`, `${t('title')}.xlsx`),
    meta: { refreshesQueries: false },
  })
  return (
    <>
      <Button loading={get.isPending} onClick={() => get.mutate()}>
        {t('sheet')}
      </Button>
      {get.isError && (
        <span role="alert" className={classes.failure}>
          {problemMessage(get.error, common)}
        </span>
      )}
    </>
  )
}

function asked(search: PledgeSearch): URLSearchParams {
  const said = new URLSearchParams({ format: 'xlsx' })
  for (const [name, value] of Object.entries(search))
    for (const one of [value].flat()) if (one !== undefined) said.append(name, String(one))
  return said
}

import { Checkbox } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { listChampionsOptions } from '@/api/generated/@tanstack/react-query.gen'
import { writeMinutesItem } from '@/api/generated/sdk.gen'
import type { MinutesItemBody } from '@/api/generated/types.gen'
import { ifMatch } from '@/api/record'
import classes from './ItemEditor.module.css'

interface Props {
  meetingId: string
  item: MinutesItemBody
}

/** Which of the champions that the text marks asked to be named; the others are read as "a champion". */
export function MarkedChampions({ meetingId, item }: Props) {
  const { t } = useTranslation('minutes')
  const { data: champions } = useQuery(listChampionsOptions({ query: { limit: 100 } }))
  const name = useMutation({
    mutationFn: (named: string[]) =>
      writeMinutesItem({
        path: { meeting_id: meetingId, item_id: item.id },
        body: { named },
        headers: ifMatch('*'),
      }),
  })
  const marks = [...item.text.matchAll(/(?<![\w@])@([A-Z]{3})(?![\w@])/g)].map(([, iso3]) => iso3)
  const known = champions?.items.filter(({ iso3 }) => marks.includes(iso3) || item.named.includes(iso3)) ?? []
  if (known.length === 0) return null
  const named = name.isPending ? name.variables : item.named
  return (
    <fieldset className={classes.marked} data-print="hide">
      <legend>{t('attribution.asked')}</legend>
      {known.map(({ iso3, name: label }) => (
        <Checkbox
          key={iso3}
          size="xs"
          label={label}
          checked={named.includes(iso3)}
          onChange={({ currentTarget: { checked } }) =>
            name.mutate(checked ? [...item.named, iso3] : item.named.filter((code) => code !== iso3))
          }
        />
      ))}
    </fieldset>
  )
}

import { Switch } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { attributeMinutesItem } from '@/api/generated/sdk.gen'
import type { MinutesItemBody } from '@/api/generated/types.gen'
import { problemMessage } from '@/forms/problemMessage'
import { useSession } from '@/session/useSession'
import classes from './Minutes.module.css'

interface Props {
  meetingId: string
  item: MinutesItemBody
}

/** One's own champion asks to be named in the minutes of an item, which otherwise say "a champion". */
export function Attribution({ meetingId, item }: Props) {
  const { t } = useTranslation('minutes')
  const { t: tCommon } = useTranslation()
  const champion = useSession()?.champion
  const ask = useMutation({
    mutationFn: (isNamed: boolean) =>
      attributeMinutesItem({
        path: { meeting_id: meetingId, item_id: item.id },
        body: { is_named: isNamed },
      }),
  })
  if (!champion) return null
  return (
    <div data-print="hide">
      <Switch
        size="sm"
        label={t('attribution.own', { champion: champion.name })}
        checked={ask.isPending ? ask.variables : item.named.includes(champion.iso3)}
        onChange={(event) => ask.mutate(event.currentTarget.checked)}
      />
      {ask.error && (
        <p role="alert" className={classes.failure}>
          {problemMessage(ask.error, tCommon)}
        </p>
      )}
    </div>
  )
}

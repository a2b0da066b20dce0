import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { markAgendaItem } from '@/api/generated/sdk.gen'
import { problemMessage } from '@/forms/problemMessage'
import classes from './Agenda.module.css'
import type { AgendaItem } from './meetingQuery'

/** Whether the meeting came to an item: chairs note it, others read it. Nothing where nobody said. */
export function ReachedControl({ item }: { item: AgendaItem }) {
  const { t } = useTranslation('agenda')
  const { t: tCommon } = useTranslation()
  const mark = useMutation({
    mutationFn: (isReached: boolean | null) =>
      markAgendaItem({
        path: { meeting_id: item.meeting_id, item_id: item.id },
        body: { is_reached: isReached },
      }),
  })
  if (!item.actions.includes('mark')) {
    // what was carried over says so itself
    if (item.is_reached === null || item.carried_to) return null
    return <div className={classes.reached}>{t(item.is_reached ? 'reached.yes' : 'reached.no')}</div>
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset asks for a form around it
    <div role="group" className={classes.reached} aria-label={t('reached.label', { title: item.title })}>
      {([true, false] as const).map((choice) => (
        <Button
          key={String(choice)}
          size="xs"
          variant={item.is_reached === choice ? 'light' : 'subtle'}
          aria-pressed={item.is_reached === choice}
          loading={mark.isPending && mark.variables === choice}
          onClick={() => mark.mutate(item.is_reached === choice ? null : choice)}
        >
          {t(choice ? 'reached.yes' : 'reached.no')}
        </Button>
      ))}
      {mark.error && (
        <span role="alert" className={classes.notCarried}>
          {problemMessage(mark.error, tCommon)}
        </span>
      )}
    </div>
  )
}

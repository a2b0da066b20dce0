import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ButtonLink } from '@/components/ButtonLink'
import { Card } from '@/components/Card'
import { EmptyState } from '@/components/EmptyState'
import { StatusBadge } from '@/components/StatusBadge'
import classes from './Agenda.module.css'
import { AgendaItemMenu } from './AgendaItemMenu'
import { AgendaLanguages, ShownLanguagesContext } from './AgendaLanguages'
import { AgendaRow } from './AgendaRow'
import { DraftAgendaDialog } from './DraftAgendaDialog'
import { ItemTime } from './ItemTime'
import type { Meeting } from './meetingQuery'
import { OrderableAgenda } from './OrderableAgenda'
import { languagesOf, type ShownLanguages } from './wordings'

/** The agenda with its running total; whoever chairs the meeting orders it. */
export function AgendaCard({ meeting }: { meeting: Meeting }) {
  const { t, i18n } = useTranslation('meetings')
  const items = meeting.agenda_items.filter((item) => item.status === 'accepted')
  const isChair = meeting.actions.includes('order-agenda')
  const [chosen, setChosen] = useState<ShownLanguages | null>(null)
  const shown = chosen ?? {
    main: languagesOf(items).find((one) => one === i18n.language) ?? null,
    beside: null,
  }
  return (
    <Card title={t('agenda.title')} action={items.length > 0 && <Total meeting={meeting} />}>
      {items.length === 0 && (
        <EmptyState title={t('agenda.empty')}>
          {t(isChair ? 'agenda.emptyHelpChair' : 'agenda.emptyHelp')}
        </EmptyState>
      )}
      {items.length > 0 && <AgendaLanguages items={items} shown={shown} onShow={setChosen} />}
      <ShownLanguagesContext value={shown}>
        {isChair && items.length > 0 && <OrderableAgenda meeting={meeting} items={items} />}
        {!isChair && (
          <ol className={classes.list}>
            {items.map((item) => (
              <AgendaRow
                key={item.id}
                item={item}
                place={item.position ?? 0}
                time={<ItemTime meeting={meeting} items={items} item={item} />}
                menu={<AgendaItemMenu meeting={meeting} item={item} />}
              />
            ))}
          </ol>
        )}
      </ShownLanguagesContext>
      {isChair && <Additions meeting={meeting} />}
    </Card>
  )
}

/** How a chair puts things on the agenda: drafted from the record, or one by one. */
function Additions({ meeting }: { meeting: Meeting }) {
  const { t } = useTranslation('meetings')
  const [isDrafting, setDrafting] = useState(false)
  return (
    <div className={classes.foot} data-print="hide">
      {meeting.actions.includes('draft-agenda') && (
        <Button size="xs" onClick={() => setDrafting(true)}>
          {t('draft.open')}
        </Button>
      )}
      {meeting.actions.includes('propose-item') && (
        <ButtonLink to="/meetings/$meetingId/propose" params={{ meetingId: meeting.id }} size="xs">
          {t('agenda.add')}
        </ButtonLink>
      )}
      <DraftAgendaDialog meetingId={meeting.id} opened={isDrafting} onClose={() => setDrafting(false)} />
    </div>
  )
}

/** "85 of 90 minutes", and by how much it is over. */
function Total({ meeting }: { meeting: Meeting }) {
  const { t } = useTranslation('meetings')
  const { accepted_minutes: done, duration_minutes: whole } = meeting
  return (
    <span className={classes.total} aria-live="polite">
      {t('agenda.total', { done, count: whole })}
      {done > whole && <StatusBadge tone="soon">{t('agenda.over', { count: done - whole })}</StatusBadge>}
    </span>
  )
}

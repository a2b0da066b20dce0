import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Columns } from '@/components/Columns'
import { PageHeader } from '@/components/PageHeader'
import { QueryState } from '@/components/QueryState'
import { TextLink } from '@/components/TextLink'
import { useFormat } from '@/i18n/useFormat'
import { ContactsCard, DatesCard } from './BriefAside'
import { DownloadButtons } from './DownloadButtons'
import { type Brief, briefQuery } from './handoverQuery'
import { NoteCard } from './NoteCard'
import { DecisionsCard, MeetingsCard } from './TermCards'
import { ConsultationsCard, PracticesCard, ProposalsCard } from './WaitingCards'
import { ActionsCard, WorkplanCard } from './WorkCards'

/** What one pair of co-chairs hands to the next, written by the record. */
export function BriefPage({ termId }: { termId: string }) {
  const query = useQuery(briefQuery(termId))
  return (
    <QueryState query={query} rows={8}>
      {(brief) => <OneBrief brief={brief} />}
    </QueryState>
  )
}

function OneBrief({ brief }: { brief: Brief }) {
  const { t } = useTranslation('handover')
  const format = useFormat()
  const pair = format.list(brief.term.champions.map(({ name }) => name))
  const next = brief.next_term && format.list(brief.next_term.champions.map(({ name }) => name))
  return (
    <>
      <PageHeader
        trail={<TextLink to="/co-chairs">{t('trail')}</TextLink>}
        title={t('title')}
        summary={
          <>
            <div>{next ? t('fromTo', { pair, next }) : t('from', { pair })}</div>
            <div>
              {t('term', {
                from: format.date(brief.term.starts_on),
                until: format.date(brief.term.ends_on),
                when: format.dateTime(brief.generated_at),
              })}
            </div>
          </>
        }
        action={<DownloadButtons termId={brief.term.id} />}
      />
      <Columns
        aside={
          <>
            <DatesCard dates={brief.next_dates} />
            <ContactsCard contacts={brief.contacts} />
          </>
        }
      >
        <NoteCard brief={brief} />
        <ActionsCard actions={brief.open_actions} />
        <WorkplanCard title={t('section.overdue')} empty={t('empty.overdue')} items={brief.overdue_items} />
        <WorkplanCard title={t('section.ahead')} empty={t('empty.ahead')} items={brief.items_ahead} />
        <ConsultationsCard consultations={brief.open_consultations} />
        <ProposalsCard proposals={brief.undecided_proposals} />
        <PracticesCard practices={brief.practices_in_review} />
        <DecisionsCard decisions={brief.decisions} />
        <MeetingsCard meetings={brief.meetings} />
      </Columns>
    </>
  )
}

import { useTranslation } from 'react-i18next'
import type { ActivityFields } from './activityFields'

/** What each field of the form is called. */
export function useFieldLabels(): { [F in keyof ActivityFields]: string } {
  const { t } = useTranslation('activities')
  return {
    title: t('field.title'),
    kind: t('kind'),
    description: t('description'),
    visibility: t('visibility.label'),
    is_open_for_partners: t('field.openForPartners'),
    starts_on: t('field.startsOn'),
    ends_on: t('field.endsOn'),
    starts_time: t('field.startsTime'),
    ends_time: t('field.endsTime'),
    time_zone: t('field.timeZone'),
    format: t('format.label'),
    place: t('field.place'),
    link: t('link'),
    links: t('links'),
    audience: t('audience'),
    languages: t('languages'),
    stakeholders: t('stakeholders'),
    other_organisers: t('otherOrganisers'),
    other_states: t('otherStates'),
    partners: t('partners'),
    objectives: t('objectives'),
    sdgs: t('sdgs'),
    particulars: t('section.particulars'),
    statement_id: t('statement'),
    outcome: t('outcome'),
    lessons_learned: t('lessonsLearned'),
    co_leads: t('coLeads'),
    co_organisers: t('coOrganisers'),
    participants: t('field.participants'),
    processes: t('processes'),
  }
}

import { useTranslation } from 'react-i18next'
import type { PledgeFields } from './pledgeFields'

/** What each field of the form is called. */
export function useFieldLabels(): { [F in keyof PledgeFields]: string } {
  const { t } = useTranslation('pledges')
  return {
    title: t('field.title'),
    champion: t('champion'),
    description: t('description'),
    language: t('language'),
    kind: t('kind.label'),
    mode: t('mode.label'),
    visibility: t('visibility.label'),
    objectives: t('objectives'),
    countries: t('countries'),
    regions: t('regions'),
    made_on: t('field.madeOn'),
    due_on: t('field.dueOn'),
    amount: t('amount'),
    currency: t('field.currency'),
    partners: t('partners'),
    states: t('states.title'),
    matches_id: t('field.matches'),
    matches_title: t('field.matchesTitle'),
    matches_number: t('field.matchesNumber'),
    network_number: t('networkNumber'),
    processes: t('processes'),
    activities: t('activities'),
  }
}

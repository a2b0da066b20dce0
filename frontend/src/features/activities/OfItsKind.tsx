import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { listCountriesOptions } from '@/api/generated/@tanstack/react-query.gen'
import { Card, CardBody } from '@/components/Card'
import { Fact, Facts } from '@/components/Facts'
import { TextLink } from '@/components/TextLink'
import { useFormat } from '@/i18n/useFormat'
import type { Activity } from './activityQuery'
import type { Particular } from './ParticularFields'
import { useActivityWords } from './useActivityWords'

/** What an activity of its kind has to say beside all others. */
export function OfItsKind({ activity }: { activity: Activity }) {
  const { t } = useTranslation('activities')
  const format = useFormat()
  const words = useActivityWords()
  const { particulars, statement } = activity
  const countries = useQuery(listCountriesOptions()).data?.items ?? []
  const stateName = (code: string) => countries.find(({ iso3 }) => iso3 === code)?.name ?? code

  const said = (field: Particular): string => {
    switch (field) {
      case 'mechanism':
        return particulars.mechanism ? t(`mechanism.${particulars.mechanism}`) : ''
      case 'stage':
        return particulars.stage ? t(`stage.${particulars.stage}`) : ''
      case 'channels':
        return format.list((particulars.channels ?? []).map((channel) => t(`channel.${channel}`)))
      case 'invited_states':
        return format.list((particulars.invited_states ?? []).map(stateName))
      case 'pledges_sought':
        return particulars.pledges_sought ? format.number(particulars.pledges_sought) : ''
      default:
        return particulars[field] ?? ''
    }
  }
  const fields = (activity.particular_fields as Particular[]).filter((field) => said(field) !== '')
  if (fields.length === 0 && !statement) return null
  return (
    <Card title={words.kind(activity.kind)}>
      <CardBody>
        <Facts>
          {fields.map((field) => (
            <Fact key={field} name={t(`particular.${field}`)}>
              <bdi>{said(field)}</bdi>
            </Fact>
          ))}
          <Fact name={t('statement')}>
            {statement && (
              <TextLink to="/statements/$statementId" params={{ statementId: statement.id }}>
                {statement.title}
              </TextLink>
            )}
          </Fact>
        </Facts>
      </CardBody>
    </Card>
  )
}

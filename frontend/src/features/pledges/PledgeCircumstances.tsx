import { useTranslation } from 'react-i18next'
import { Card, CardBody } from '@/components/Card'
import { ChampionLink } from '@/components/Champion'
import { Fact, Facts } from '@/components/Facts'
import { ObjectiveChips } from '@/components/ObjectiveChips'
import { TextLink } from '@/components/TextLink'
import { useFormat } from '@/i18n/useFormat'
import { useCountries, useRegions } from '@/vocabularies/useTerms'
import classes from './Pledges.module.css'
import type { Pledge } from './pledgeQuery'
import { usePledgeWords } from './usePledgeWords'

export function PledgeCircumstances({ pledge }: { pledge: Pledge }) {
  const { t } = useTranslation('pledges')
  const format = useFormat()
  const words = usePledgeWords()
  const countries = useCountries()
  const regions = useRegions()
  const places = [
    ...pledge.countries.map((iso3) => countries.find((country) => country.iso3 === iso3)?.name ?? iso3),
    ...pledge.regions.map((m49) => regions.find((region) => region.m49 === m49)?.name ?? m49),
  ]
  return (
    <Card title={t('circumstances')}>
      <CardBody>
        <Facts>
          <Fact name={t('champion')}>
            <ChampionLink champion={pledge.champion} />
          </Fact>
          <Fact name={t('kind.label')}>{pledge.kind && t(`kind.${pledge.kind}`)}</Fact>
          <Fact name={t('mode.label')}>{t(`mode.${pledge.mode}`)}</Fact>
          <Fact name={t('partners')}>{pledge.partners && <bdi>{pledge.partners}</bdi>}</Fact>
          <Fact name={t('answers')}>
            {(pledge.matches || pledge.matches_title) && <Answered pledge={pledge} />}
          </Fact>
          <Fact name={t('amount')}>{words.amount(pledge)}</Fact>
          <Fact name={t('objectives')}>
            {pledge.objectives.length > 0 && (
              <ObjectiveChips numbers={pledge.objectives.toSorted((one, other) => one - other)} />
            )}
          </Fact>
          <Fact name={t('where')}>{places.length > 0 && format.list(places)}</Fact>
          <Fact name={t('field.madeOn')}>{pledge.made_on && format.date(pledge.made_on)}</Fact>
          <Fact name={t('field.dueOn')}>{pledge.due_on && format.date(pledge.due_on)}</Fact>
          <Fact name={t('networkNumber')}>{pledge.network_number}</Fact>
          <Fact name={t('processes')}>
            {pledge.processes.length > 0 && (
              <ul className={classes.names}>
                {pledge.processes.map(({ id, title }) => (
                  <li key={id}>
                    <TextLink to="/processes/$processId" params={{ processId: id }}>
                      {title}
                    </TextLink>
                  </li>
                ))}
              </ul>
            )}
          </Fact>
          <Fact name={t('activities')}>
            {pledge.activities.length > 0 && (
              <ul className={classes.names}>
                {pledge.activities.map(({ id, title }) => (
                  <li key={id}>
                    <TextLink to="/activities/$activityId" params={{ activityId: id }}>
                      {title}
                    </TextLink>
                  </li>
                ))}
              </ul>
            )}
          </Fact>
          <Fact name={t('visibility.label')}>
            {pledge.visibility !== 'public' && t(`visibility.${pledge.visibility}`)}
          </Fact>
        </Facts>
      </CardBody>
    </Card>
  )
}

/** The pledge that this one answers, here or elsewhere, with its number where it is known. */
function Answered({ pledge }: { pledge: Pledge }) {
  return (
    <>
      {pledge.matches ? (
        <TextLink to="/pledges/$pledgeId" params={{ pledgeId: pledge.matches.id }}>
          <bdi>{pledge.matches.title}</bdi>
        </TextLink>
      ) : (
        <bdi>{pledge.matches_title}</bdi>
      )}
      {pledge.matches_number && ` · ${pledge.matches_number}`}
    </>
  )
}

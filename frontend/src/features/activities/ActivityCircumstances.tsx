import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Card, CardBody } from '@/components/Card'
import { ChampionLink, ChampionNames } from '@/components/Champion'
import { Deadline } from '@/components/Deadline'
import { ExternalLink } from '@/components/ExternalLink'
import { Fact, Facts } from '@/components/Facts'
import { ConfidenceMark } from '@/components/Mark'
import { ObjectiveChips } from '@/components/ObjectiveChips'
import { TextLink } from '@/components/TextLink'
import { useFormat } from '@/i18n/useFormat'
import { useTerms } from '@/vocabularies/useTerms'
import classes from './Activity.module.css'
import type { Activity } from './activityQuery'
import { OfItsKind } from './OfItsKind'
import { useActivityWords } from './useActivityWords'

export function ActivityCircumstances({ activity }: { activity: Activity }) {
  return (
    <>
      <WhenAndWhere activity={activity} />
      <OfItsKind activity={activity} />
      <Who activity={activity} />
      <Serves activity={activity} />
      <About activity={activity} />
    </>
  )
}

function WhenAndWhere({ activity }: { activity: Activity }) {
  const { t } = useTranslation('activities')
  const format = useFormat()
  const words = useActivityWords()
  return (
    <Card title={t('whenAndWhere')}>
      <CardBody>
        <Facts>
          <Fact name={t('when')}>
            {words.when(activity)}
            {activity.starts_on && (
              <span className={classes.days}>
                {words.hours(activity)} {activity.starts_at ? activity.time_zone : words.zone(activity)}
              </span>
            )}
            {activity.starts_at && (
              <span className={classes.days}>
                <Deadline at={activity.starts_at} />
              </span>
            )}
          </Fact>
          <Fact name={t('where')}>{words.place(activity)}</Fact>
          <Fact name={t('link')}>
            {activity.link && (
              <ExternalLink href={activity.link}>{activity.link.replace(/^https?:\/\//, '')}</ExternalLink>
            )}
          </Fact>
          <Fact name={t('links')}>
            {activity.links.length > 0 && (
              <ul className={classes.list}>
                {activity.links.map(({ label, address }) => (
                  <li key={`${label} ${address}`}>
                    <ExternalLink href={address}>{label}</ExternalLink>
                  </li>
                ))}
              </ul>
            )}
          </Fact>
          <Fact name={t('languages')}>{format.list(activity.languages.map(format.language))}</Fact>
          <Fact name={t('audience')}>{activity.audience}</Fact>
        </Facts>
      </CardBody>
    </Card>
  )
}

function Who({ activity }: { activity: Activity }) {
  const { t, i18n } = useTranslation('activities')
  const format = useFormat()
  const sorted = (champions: Activity['participants']) =>
    champions.toSorted((one, other) => one.name.localeCompare(other.name, i18n.language))
  return (
    <Card title={t('who')}>
      <CardBody>
        <Facts>
          <Fact name={t('lead')}>
            {activity.champion ? <ChampionLink champion={activity.champion} /> : t('initiative')}
          </Fact>
          <Fact name={t('coLeads')}>
            {activity.co_leads.length > 0 && <ChampionNames champions={sorted(activity.co_leads)} />}
          </Fact>
          <Fact name={t('coOrganisers')}>
            {activity.co_organisers.length > 0 && (
              <ChampionNames champions={sorted(activity.co_organisers)} />
            )}
          </Fact>
          <Fact name={t('otherOrganisers')}>
            {format.list(activity.other_organisers.map(({ name }) => name))}
          </Fact>
          <Fact name={t('participants', { count: activity.participants.length })}>
            {activity.participants.length > 0 && <ChampionNames champions={sorted(activity.participants)} />}
          </Fact>
          <Fact name={t('otherStates')}>{format.list(activity.other_states.map(({ name }) => name))}</Fact>
          <Fact name={t('stakeholders')}>
            {activity.stakeholders.map((key) => t(`stakeholder.${key}`)).join(' · ')}
          </Fact>
          <Fact name={t('partners')}>{activity.partners}</Fact>
        </Facts>
      </CardBody>
    </Card>
  )
}

function Serves({ activity }: { activity: Activity }) {
  const { t } = useTranslation('activities')
  const sdgs = useTerms('sdgs').filter(({ number }) => activity.sdgs.includes(number ?? 0))
  if (activity.objectives.length + activity.sdgs.length + activity.processes.length === 0) return null
  return (
    <Card title={t('serves')}>
      <CardBody>
        <Facts>
          <Fact name={t('objectives')}>
            {activity.objectives.length > 0 && (
              <ObjectiveChips numbers={activity.objectives.toSorted((one, other) => one - other)} />
            )}
          </Fact>
          <Fact name={t('processes')}>
            {activity.processes.length > 0 && (
              <List
                items={activity.processes.map(({ id, key, title }) => [
                  key,
                  <TextLink key={key} to="/processes/$processId" params={{ processId: id }}>
                    {title}
                  </TextLink>,
                ])}
              />
            )}
          </Fact>
          <Fact name={t('sdgs')}>
            {sdgs.length > 0 && <List items={sdgs.map(({ key, title }) => [key, `${key} ${title}`])} />}
          </Fact>
        </Facts>
      </CardBody>
    </Card>
  )
}

function List({ items }: { items: [key: string, words: ReactNode][] }) {
  return (
    <ul className={classes.list}>
      {items.map(([key, words]) => (
        <li key={key}>{words}</li>
      ))}
    </ul>
  )
}

function About({ activity }: { activity: Activity }) {
  const { t } = useTranslation('activities')
  const format = useFormat()
  return (
    <Card title={t('record')}>
      <CardBody>
        <Facts>
          <Fact name={t('visibility.label')}>
            {t(
              `visibleTo.${activity.status === 'idea' && activity.visibility !== 'private' ? 'idea' : activity.visibility}`,
            )}
          </Fact>
          <Fact name={t('coordination.by')}>
            {activity.coordinated_in && (
              <TextLink to="/co-chairs/$termId" params={{ termId: activity.coordinated_in.id }}>
                {t('coordination.term', {
                  from: format.date(activity.coordinated_in.starts_on),
                  until: format.date(activity.coordinated_in.ends_on),
                })}
              </TextLink>
            )}
          </Fact>
          <Fact name={t('changed')}>{format.date(activity.updated_at)}</Fact>
          <Fact name={t('source')}>
            {activity.confidence === 'recalled' ? (
              <ConfidenceMark source={activity.source} />
            ) : (
              activity.source
            )}
          </Fact>
        </Facts>
      </CardBody>
    </Card>
  )
}

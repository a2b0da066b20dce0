import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Card, CardBody } from '@/components/Card'
import { ChampionLink } from '@/components/Champion'
import { ExternalLink } from '@/components/ExternalLink'
import { ConfidenceMark } from '@/components/Mark'
import { ObjectiveChips } from '@/components/ObjectiveChips'
import { useFormat } from '@/i18n/useFormat'
import { useCountries, useTerms } from '@/vocabularies/useTerms'
import { LICENCE_TEXTS } from './licences'
import classes from './Practices.module.css'
import type { PracticeBody, PracticeVersionBody } from './practiceQuery'
import { useRegionNames } from './useRegionNames'

type Content = Omit<PracticeVersionBody['content'], 'files'>

/** Whose it is, what it serves, when and where: only what is known. */
export function Circumstances({ practice }: { practice: PracticeBody }) {
  const { t } = useTranslation('practices')
  return (
    <Card title={t('atAGlance')}>
      <CardBody>
        <dl className={classes.circumstances}>
          <Fact label={t('filter.champion')}>
            <ChampionLink champion={practice.champion} />
          </Fact>
          <ContentFacts content={practice} />
          {practice.implementing_focal_point && (
            <Fact label={t('field.contact')}>{practice.implementing_focal_point}</Fact>
          )}
          {practice.visibility !== 'public' && (
            <Fact label={t('field.readers')}>{t(`visibility.${practice.visibility}`)}</Fact>
          )}
          {practice.source && <Fact label={t('field.source')}>{practice.source}</Fact>}
          {practice.confidence === 'recalled' && (
            <Fact label="">
              <ConfidenceMark />
            </Fact>
          )}
        </dl>
      </CardBody>
    </Card>
  )
}

/** The facts that a version keeps. */
export function ContentFacts({ content }: { content: Content }) {
  const { t } = useTranslation('practices')
  const format = useFormat()
  const countries = useCountries()
  const { nameOf } = useRegionNames()
  const principles = useTerms('principles')
  const goals = useTerms('sdgs')
  const where = [
    ...content.countries.map((iso3) => countries.find((country) => country.iso3 === iso3)?.name ?? iso3),
    ...content.regions.map((m49) => nameOf(m49) ?? m49),
  ]
  const titled = (terms: typeof goals, number: number) =>
    terms.find((term) => term.number === number)?.title ?? String(number)
  return (
    <>
      {content.objectives_primary.length > 0 && (
        <Fact label={t('field.objectives')}>
          <ObjectiveChips numbers={[...content.objectives_primary, ...content.objectives_secondary]} />
        </Fact>
      )}
      {content.type_of_practice && (
        <Fact label={t('field.type_of_practice')}>{t(`type.${content.type_of_practice}`)}</Fact>
      )}
      {content.starts_on && (
        <Fact label={t('field.period')}>
          {content.ends_on
            ? format.dateRange(content.starts_on, content.ends_on)
            : t('period.since', { date: format.date(content.starts_on) })}
        </Fact>
      )}
      {content.geographic_scope && (
        <Fact label={t('field.geographic_scope')}>{t(`scope.${content.geographic_scope}`)}</Fact>
      )}
      {where.length > 0 && <Fact label={t('field.where')}>{format.list(where)}</Fact>}
      {content.main_implementing_organization && (
        <Fact label={t('field.organization')}>{content.main_implementing_organization}</Fact>
      )}
      {content.guiding_principles.length > 0 && (
        <Fact label={t('field.guiding_principles')}>
          {format.list(content.guiding_principles.map((number) => titled(principles, number)))}
        </Fact>
      )}
      {content.sdgs.length > 0 && (
        <Fact label={t('field.sdgs')}>
          <ul className={classes.goals}>
            {content.sdgs.map((number) => (
              <li key={number}>
                {number} {titled(goals, number)}
              </li>
            ))}
          </ul>
        </Fact>
      )}
      <Fact label={t('field.language')}>{format.language(content.language)}</Fact>
      <Fact label={t('field.licence')}>
        <ExternalLink href={LICENCE_TEXTS[content.licence].address}>
          {LICENCE_TEXTS[content.licence].name}
        </ExternalLink>
      </Fact>
    </>
  )
}

export function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  )
}

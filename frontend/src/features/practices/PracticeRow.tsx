import { useTranslation } from 'react-i18next'
import { Highlighted } from '@/components/Highlighted'
import { DemonstrationMark } from '@/components/Mark'
import { ObjectiveChips } from '@/components/ObjectiveChips'
import { Row } from '@/components/Row'
import { TextLink } from '@/components/TextLink'
import { PracticeStatusBadge } from './PracticeStatusBadge'
import classes from './Practices.module.css'
import type { PracticeInList } from './practiceQuery'
import { useRegionNames } from './useRegionNames'
import { useYears } from './useYears'

interface Props {
  practice: PracticeInList
  /** Say in which state it is: where not all are published. */
  withStatus: boolean
}

export function PracticeRow({ practice, withStatus }: Props) {
  const { t } = useTranslation('practices')
  const years = useYears()
  const { regionOf } = useRegionNames()
  const facts = [
    practice.champion.name,
    regionOf(practice.champion.iso3),
    years(practice.starts_on, practice.ends_on),
    practice.revises_id && t('revisionOf'),
  ].filter(Boolean)
  const { highlight } = practice
  return (
    <Row
      look="matter"
      title={
        <TextLink
          look="title"
          to="/practices/$practiceId"
          params={{ practiceId: practice.id }}
          search={highlight ? { in: highlight.language } : {}}
        >
          <bdi lang={highlight?.language ?? practice.language}>
            {highlight ? <Highlighted parts={highlight.title} /> : practice.title}
          </bdi>
        </TextLink>
      }
      context={
        practice.summary && (
          <span className={classes.excerpt}>
            {highlight?.excerpt.length ? (
              <bdi lang={highlight.language}>
                <Highlighted parts={highlight.excerpt} />
              </bdi>
            ) : (
              <bdi lang={practice.language}>{practice.summary}</bdi>
            )}
          </span>
        )
      }
      aside={withStatus && <PracticeStatusBadge status={practice.status} />}
    >
      <div className={classes.chips}>
        <ObjectiveChips numbers={[...practice.objectives_primary, ...practice.objectives_secondary]} />
      </div>
      <div className={classes.facts}>
        {facts.join(' · ')} {practice.is_demonstration && <DemonstrationMark />}
      </div>
    </Row>
  )
}

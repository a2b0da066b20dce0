import { useTranslation } from 'react-i18next'
import { DemonstrationMark } from '@/components/Mark'
import { ObjectiveChips } from '@/components/ObjectiveChips'
import { Row } from '@/components/Row'
import { TextLink } from '@/components/TextLink'
import { PledgeStatusBadge } from './PledgeStatusBadge'
import classes from './Pledges.module.css'
import type { PledgeInList } from './pledgeQuery'
import { usePledgeWords } from './usePledgeWords'

export function PledgeRow({ pledge }: { pledge: PledgeInList }) {
  const { t } = useTranslation('pledges')
  const words = usePledgeWords()
  return (
    <Row
      look="matter"
      title={
        <TextLink look="title" to="/pledges/$pledgeId" params={{ pledgeId: pledge.id }}>
          <bdi>{pledge.title}</bdi>
        </TextLink>
      }
      context={[words.who(pledge), words.when(pledge)].filter(Boolean).join(' · ')}
      aside={<PledgeStatusBadge pledge={pledge} />}
    >
      <div className={classes.foot}>
        <ObjectiveChips numbers={pledge.objectives.toSorted((one, other) => one - other)} />
        {pledge.is_demonstration && <DemonstrationMark />}
      </div>
      <p className={classes.kind}>
        {[pledge.kind && t(`kind.${pledge.kind}`), t(`mode.${pledge.mode}`), words.amount(pledge)]
          .filter(Boolean)
          .join(' · ')}
      </p>
    </Row>
  )
}

import { useTranslation } from 'react-i18next'
import { DemonstrationMark } from '@/components/Mark'
import { ObjectiveChips } from '@/components/ObjectiveChips'
import { Row } from '@/components/Row'
import { StatusBadge } from '@/components/StatusBadge'
import { TextLink } from '@/components/TextLink'
import type { ChampionInList } from './championQuery'
import { useMembership } from './useMembership'

/** "Ghana · Western Africa · ECA · joined in June 2020", with what it champions and what it has done. */
export function ChampionRow({ champion }: { champion: ChampionInList }) {
  const { t } = useTranslation('champions')
  const membership = useMembership()
  const done = [
    champion.published_practices_count > 0 && t('practices', { count: champion.published_practices_count }),
    champion.activities_count > 0 && t('activities', { count: champion.activities_count }),
  ].filter(Boolean)
  const context = [champion.subregion.name, champion.commissions.join(', '), ...membership(champion)]

  return (
    <Row
      title={
        <TextLink look="title" to="/champions/$championId" params={{ championId: champion.id }}>
          {champion.name}
        </TextLink>
      }
      context={
        <>
          {context.join(' · ')} {champion.is_demonstration && <DemonstrationMark />}
        </>
      }
      aside={
        champion.is_co_chair_now ? (
          <StatusBadge tone="active">{t('coChairsNow')}</StatusBadge>
        ) : (
          done.join(' · ')
        )
      }
    >
      <ObjectiveChips numbers={champion.objectives} />
    </Row>
  )
}

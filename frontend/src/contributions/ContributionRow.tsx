import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { DemonstrationMark } from '@/components/Mark'
import { Row } from '@/components/Row'
import { TextLink } from '@/components/TextLink'
import { useFormat } from '@/i18n/useFormat'
import { ContributionStatus } from './ContributionStatus'
import { type Contribution, type ContributionKind, PATHS } from './contributions'

interface Props {
  kind: ContributionKind
  contribution: Contribution
  /** What may be done with it here. */
  action?: ReactNode
}

/** Its title, who leads and when, and where it stands. */
export function ContributionRow({ kind, contribution, action }: Props) {
  const { t } = useTranslation('contributions')
  const format = useFormat()
  const { champion, on, is_open_for_partners: isOpen } = contribution
  const context = [champion?.name, on && format.date(on), isOpen && t('openForPartners')].filter(Boolean)
  return (
    <Row
      title={
        <TextLink look="title" to={PATHS[kind](contribution.id) as string}>
          <bdi>{contribution.title}</bdi>
        </TextLink>
      }
      context={
        <>
          {context.join(' · ')} {contribution.is_demonstration && <DemonstrationMark />}
        </>
      }
      aside={
        <>
          <ContributionStatus kind={kind} status={contribution.status} />
          {action}
        </>
      }
    />
  )
}

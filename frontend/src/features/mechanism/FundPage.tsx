import { useTranslation } from 'react-i18next'
import { Columns } from '@/components/Columns'
import { PageHeader } from '@/components/PageHeader'
import { AdvocacyCard } from './AdvocacyCard'
import { CallsCard } from './CallsCard'
import { MechanismTabs } from './MechanismTabs'
import { ProgrammesCard } from './ProgrammesCard'

/** The Migration MPTF: its calls, the programmes in which champions have a part, and what they said for it. */
export function FundPage() {
  const { t } = useTranslation('mechanism')
  return (
    <>
      <PageHeader title={t('fund.title')} summary={t('fund.summary')} />
      <MechanismTabs />
      <Columns>
        <CallsCard />
        <ProgrammesCard />
        <AdvocacyCard />
      </Columns>
    </>
  )
}

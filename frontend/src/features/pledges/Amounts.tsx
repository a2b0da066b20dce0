import { useTranslation } from 'react-i18next'
import type { PledgedAmount } from '@/api/generated/types.gen'
import { Card } from '@/components/Card'
import { Row, RowList } from '@/components/Row'
import { usePledgeWords } from './usePledgeWords'

/** What financial pledges come to, each currency by itself. */
export function Amounts({ amounts }: { amounts: PledgedAmount[] }) {
  const { t } = useTranslation('pledges')
  const words = usePledgeWords()
  return (
    <Card title={t('dashboard.amounts')}>
      <RowList>
        {amounts.map((sum) => (
          <Row
            key={sum.currency}
            title={words.amount(sum)}
            context={t('dashboard.inPledges', { count: sum.pledges })}
          />
        ))}
      </RowList>
    </Card>
  )
}

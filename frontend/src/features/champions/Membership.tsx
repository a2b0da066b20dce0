import { useTranslation } from 'react-i18next'
import { Card, CardBody } from '@/components/Card'
import { Fact, Facts } from '@/components/Facts'
import { ConfidenceMark } from '@/components/Mark'
import { useFormat } from '@/i18n/useFormat'
import type { Champion } from './championQuery'

/** Since when, in which commissions, and how that is known. */
export function Membership({ champion }: { champion: Champion }) {
  const { t } = useTranslation('champions')
  const format = useFormat()
  const { joined_on, joined_precision, left_on, is_current, source } = champion
  const joined =
    joined_on && (joined_precision === 'month' ? format.month(joined_on) : format.date(joined_on))

  return (
    <Card title={t('facts.title')}>
      <CardBody>
        <Facts>
          <Fact name={t('facts.joined')}>{joined ?? t('facts.joinedUnknown')}</Fact>
          <Fact name={t(is_current ? 'facts.leaves' : 'facts.left')}>{left_on && format.date(left_on)}</Fact>
          <Fact name={t('facts.commissions')}>{champion.commissions.join(', ')}</Fact>
          <Fact name={t('facts.review')}>{champion.review_region}</Fact>
          <Fact name={t('facts.source')}>{source && <div dir="auto">{source}</div>}</Fact>
          <Fact name={t('form.confidence')}>{champion.confidence === 'recalled' && <ConfidenceMark />}</Fact>
        </Facts>
      </CardBody>
    </Card>
  )
}

import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Card } from '@/components/Card'
import { ConfidenceMark } from '@/components/Mark'
import { useFormat } from '@/i18n/useFormat'
import type { Champion } from './championQuery'
import classes from './Facts.module.css'

/** Since when, in which commissions, and how that is known. */
export function Facts({ champion }: { champion: Champion }) {
  const { t } = useTranslation('champions')
  const format = useFormat()
  const { joined_on, joined_precision, left_on, is_current, source } = champion
  const joined =
    joined_on && (joined_precision === 'month' ? format.month(joined_on) : format.date(joined_on))

  return (
    <Card title={t('facts.title')}>
      <dl className={classes.facts}>
        <Fact name={t('facts.joined')}>{joined ?? t('facts.joinedUnknown')}</Fact>
        {left_on && <Fact name={t(is_current ? 'facts.leaves' : 'facts.left')}>{format.date(left_on)}</Fact>}
        <Fact name={t('facts.commissions')}>{champion.commissions.join(', ')}</Fact>
        <Fact name={t('facts.review')}>{champion.review_region}</Fact>
        {source && (
          <Fact name={t('facts.source')}>
            <div dir="auto">{source}</div>
          </Fact>
        )}
      </dl>
      {champion.confidence === 'recalled' && (
        <p className={classes.mark}>
          <ConfidenceMark />
        </p>
      )}
    </Card>
  )
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

import { useTranslation } from 'react-i18next'
import type { OverviewTerm } from '@/api/generated/types.gen'
import { Card } from '@/components/Card'
import { ChampionNames } from '@/components/Champion'
import { DemonstrationMark } from '@/components/Mark'
import { Row, RowList } from '@/components/Row'
import { TextLink } from '@/components/TextLink'
import { useFormat } from '@/i18n/useFormat'

interface Props {
  current: OverviewTerm | null
  next: OverviewTerm | null
}

/** Who leads the Initiative now, and who will next. */
export function CoChairsCard({ current, next }: Props) {
  const { t } = useTranslation('home')
  const format = useFormat()
  return (
    <Card
      title={t('coChairs.title')}
      action={<TextLink to={'/co-chairs' as string}>{t('coChairs.all')}</TextLink>}
    >
      <RowList>
        {current ? (
          <Row
            title={<ChampionNames champions={current.champions} />}
            context={
              <>
                {t('coChairs.until', { date: format.date(current.ends_on) })}{' '}
                {current.is_demonstration && <DemonstrationMark />}
              </>
            }
          />
        ) : (
          <Row title={t('coChairs.none')} />
        )}
        {next && (
          <Row
            title={<ChampionNames champions={next.champions} />}
            context={
              <>
                {t('coChairs.from', { date: format.date(next.starts_on) })}{' '}
                {next.is_demonstration && <DemonstrationMark />}
              </>
            }
          />
        )}
      </RowList>
    </Card>
  )
}

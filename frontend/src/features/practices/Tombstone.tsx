import { useTranslation } from 'react-i18next'
import { Card, CardBody } from '@/components/Card'
import { ChampionLink } from '@/components/Champion'
import { DemonstrationMark } from '@/components/Mark'
import { PageHeader } from '@/components/PageHeader'
import { TextLink } from '@/components/TextLink'
import { useFormat } from '@/i18n/useFormat'
import { Fact } from './Circumstances'
import classes from './Practices.module.css'
import type { PracticeTombstone } from './practiceQuery'

/** What stays for readers of a practice that was withdrawn: what a citation meant, since when, and why where that is said. */
export function Tombstone({ tombstone }: { tombstone: PracticeTombstone }) {
  const { t } = useTranslation('practices')
  const format = useFormat()
  const { id, title, champion, version, published_at, withdrawn_at, withdrawal_reason } = tombstone
  const date = format.date(published_at)
  return (
    <article className={classes.tombstone}>
      <PageHeader
        title={title}
        trail={<TextLink to="/practices">{t('title')}</TextLink>}
        summary={
          <>
            {t('tombstone.summary', { champion: champion.name, date: format.date(withdrawn_at) })}{' '}
            {tombstone.is_demonstration && <DemonstrationMark />}
          </>
        }
      />
      <Card>
        <CardBody>
          <p className={classes.epitaph}>{t('tombstone.story')}</p>
          <dl className={classes.circumstances}>
            {withdrawal_reason && (
              <Fact label={t('tombstone.reason')}>
                <span className={classes.reason} dir="auto">
                  {withdrawal_reason}
                </span>
              </Fact>
            )}
            <Fact label={t('filter.champion')}>
              <ChampionLink champion={champion} />
            </Fact>
            <Fact label={t('versions.version', { number: format.number(version) })}>
              {t('versions.published', { date })}
            </Fact>
            <Fact label={t('tombstone.cited')}>
              <span className={classes.citation}>
                {t('versions.citation', {
                  champion: champion.name,
                  title,
                  number: version,
                  date,
                  address: `${window.location.origin}/practices/${id}/versions/${version}`,
                })}
              </span>
            </Fact>
          </dl>
        </CardBody>
      </Card>
    </article>
  )
}

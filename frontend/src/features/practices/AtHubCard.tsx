import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { getPracticeAtHubOptions } from '@/api/generated/@tanstack/react-query.gen'
import type { PracticeAtHub } from '@/api/generated/types.gen'
import { Card, CardBody } from '@/components/Card'
import { ExternalLink } from '@/components/ExternalLink'
import { QueryState } from '@/components/QueryState'
import { StatusBadge, type Tone } from '@/components/StatusBadge'
import { TextLink } from '@/components/TextLink'
import { useFormat } from '@/i18n/useFormat'
import classes from './Practices.module.css'

const TONES = {
  not_sent: 'quiet',
  waiting: 'soon',
  held_up: 'late',
  skipped: 'quiet',
  delivered: 'active',
  accepted: 'active',
  published: 'done',
  refused: 'late',
  withdrawn: 'quiet',
} as const satisfies Record<PracticeAtHub['standing'], Tone>

/** Milliseconds after which it is asked again while a delivery is under way. */
const ASKED_AGAIN = 2_000

const isUnderWay = ({ standing, is_configured: isConfigured }: PracticeAtHub) =>
  isConfigured && (standing === 'waiting' || standing === 'delivered')

/** Where a practice stands with the Migration Network Hub, for those whose practice it is. */
export function AtHubCard({ practiceId }: { practiceId: string }) {
  const { t } = useTranslation('hub')
  const query = useQuery({
    ...getPracticeAtHubOptions({ path: { practice_id: practiceId } }),
    refetchInterval: ({ state }) => (state.data && isUnderWay(state.data) ? ASKED_AGAIN : false),
  })
  const standing = query.data?.standing
  return (
    <Card
      title={t('practice.title')}
      action={
        standing && <StatusBadge tone={TONES[standing]}>{t(`practice.standing.${standing}`)}</StatusBadge>
      }
    >
      <CardBody>
        <QueryState query={query} rows={1}>
          {(atHub) => <Standing atHub={atHub} />}
        </QueryState>
      </CardBody>
    </Card>
  )
}

function Standing({ atHub }: { atHub: PracticeAtHub }) {
  const { t } = useTranslation('hub')
  const format = useFormat()
  const { standing, version, since, words, link, shown_version: shown, delivery_id: deliveryId } = atHub
  const waitsForAHub = standing === 'waiting' && !atHub.is_configured
  return (
    <div className={classes.atHub}>
      <p>
        {t(`practice.told.${waitsForAHub ? 'no_hub' : standing}`, {
          version: version === null ? '' : format.number(version),
          date: since ? format.date(since) : '',
        })}
      </p>
      {words && (
        <blockquote>
          <bdi>{words}</bdi>
        </blockquote>
      )}
      {shown !== null && shown !== version && (
        <p>{t('practice.earlier', { version: format.number(shown) })}</p>
      )}
      {link && (
        <p>
          <ExternalLink href={link}>{t('practice.open')}</ExternalLink>
        </p>
      )}
      {deliveryId && (
        <p>
          <TextLink to="/administration/hub/deliveries/$deliveryId" params={{ deliveryId }}>
            {t('practice.delivery')}
          </TextLink>
        </p>
      )}
    </div>
  )
}

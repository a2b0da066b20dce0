import { Button, Group } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import {
  acceptActivityPartner,
  declineActivityPartner,
  withdrawActivityPartner,
} from '@/api/generated/sdk.gen'
import type { PartnerBody } from '@/api/generated/types.gen'
import { ChampionLink } from '@/components/Champion'
import { ConfirmDialog } from '@/components/ConfirmDialog'
import { Row } from '@/components/Row'
import { problemMessage } from '@/forms/problemMessage'
import { useFormat } from '@/i18n/useFormat'
import classes from './Activity.module.css'

const SAID = { asked: 'asksAs', accepted: 'joinedAs', declined: 'declinedAs', withdrawn: 'withdrew' } as const

interface Props {
  activityId: string
  request: PartnerBody
}

/** A champion that asks to join: what it would bring, and what became of it. */
export function PartnerRow({ activityId, request }: Props) {
  const { t } = useTranslation('partners')
  const { t: common } = useTranslation()
  const format = useFormat()
  const [asked, setAsked] = useState<'decline' | 'withdraw' | null>(null)
  const path = { activity_id: activityId, partner_id: request.id }
  const accept = useMutation({ mutationFn: () => acceptActivityPartner({ path }) })
  const decline = useMutation({
    mutationFn: (reason: string) => declineActivityPartner({ path, body: { reason } }),
  })
  const withdraw = useMutation({
    mutationFn: (reason: string) => withdrawActivityPartner({ path, body: reason ? { reason } : {} }),
  })
  const may = (verb: string) => request.actions.includes(verb)
  const close = () => setAsked(null)
  return (
    <Row
      title={
        <>
          <ChampionLink champion={request.champion} />{' '}
          {t(SAID[request.status], { part: t(`part.${request.part}`) })}
        </>
      }
      context={t('by', { name: request.person_name, ago: format.ago(request.asked_at) })}
    >
      {request.message && (
        <p className={classes.said}>
          <bdi>{request.message}</bdi>
        </p>
      )}
      {request.answer && (
        <p className={classes.said}>
          <span className={classes.days}>{t('answerBy', { name: request.answered_by_name })}</span>
          <bdi>{request.answer}</bdi>
        </p>
      )}
      {request.actions.length > 0 && (
        <Group gap="xs" mt="xs" data-print="hide">
          {may('accept') && (
            <Button size="xs" variant="filled" loading={accept.isPending} onClick={() => accept.mutate()}>
              {t('accept')}
            </Button>
          )}
          {may('decline') && (
            <Button size="xs" onClick={() => setAsked('decline')}>
              {t('decline')}
            </Button>
          )}
          {may('withdraw') && !may('accept') && (
            <Button size="xs" variant="subtle" onClick={() => setAsked('withdraw')}>
              {t('withdraw')}
            </Button>
          )}
        </Group>
      )}
      {accept.isError && (
        <p role="alert" className={classes.failure}>
          {problemMessage(accept.error, common)}
        </p>
      )}
      <ConfirmDialog
        opened={asked === 'decline'}
        onClose={close}
        title={t('dialog.decline', { champion: request.champion.name })}
        confirmLabel={t('decline')}
        reason="required"
        onConfirm={(reason) => decline.mutateAsync(reason)}
      >
        {t('dialog.declineStory')}
      </ConfirmDialog>
      <ConfirmDialog
        opened={asked === 'withdraw'}
        onClose={close}
        title={t('dialog.withdraw')}
        confirmLabel={t('withdraw')}
        reason="optional"
        onConfirm={(reason) => withdraw.mutateAsync(reason)}
      >
        {t('dialog.withdrawStory')}
      </ConfirmDialog>
    </Row>
  )
}

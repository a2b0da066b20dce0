import { Button, Modal } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { lazy, Suspense, useState } from 'react'
import { useTranslation } from 'react-i18next'
import {
  declineMinutesCorrection,
  takeMinutesCorrection,
  withdrawMinutesCorrection,
} from '@/api/generated/sdk.gen'
import type { CorrectionBody, MinutesItemBody } from '@/api/generated/types.gen'
import { ConfirmDialog } from '@/components/ConfirmDialog'
import { problemMessage } from '@/forms/problemMessage'
import { useFormat } from '@/i18n/useFormat'
import classes from './Minutes.module.css'
import { WordDiff } from './WordDiff'

const MergeForm = lazy(async () => ({ default: (await import('./MergeForm')).MergeForm }))

interface Props {
  meetingId: string
  item: MinutesItemBody
  correction: CorrectionBody
}

type Asked = 'decline' | 'withdraw' | 'merge'

/** A correction, word by word against what it was proposed to, and what one may do with it. */
export function Correction({ meetingId, item, correction }: Props) {
  const { t } = useTranslation('minutes')
  const { t: tCommon } = useTranslation()
  const format = useFormat()
  const [asked, setAsked] = useState<Asked | null>(null)
  const close = () => setAsked(null)
  const path = { meeting_id: meetingId, item_id: item.id, correction_id: correction.id }
  const take = useMutation({
    mutationFn: (text: string | null) => takeMinutesCorrection({ path, body: { text } }),
  })
  const decline = useMutation({
    mutationFn: (reason: string) => declineMinutesCorrection({ path, body: { reason } }),
  })
  const withdraw = useMutation({ mutationFn: () => withdrawMinutesCorrection({ path, body: {} }) })
  const may = (verb: string) => correction.actions.includes(verb)
  const readsMarks = item.actions.includes('write')
  const champion = correction.champion?.name ?? t('secretariat')
  return (
    <div className={classes.correction}>
      <div className={classes.quiet}>
        {t('correction.of', { champion })} {t(`correction.status.${correction.status}`)}
      </div>
      <WordDiff
        from={readsMarks ? correction.base_text : correction.base_words}
        to={readsMarks ? correction.text : correction.words}
        language={item.language}
      />
      <p className={classes.quiet} dir="auto">
        {correction.why}
      </p>
      {correction.decided_at && (
        <p className={classes.quiet} dir="auto">
          {t('correction.decided', {
            who: correction.decided_by,
            when: format.dateTime(correction.decided_at),
          })}
          {correction.decision_reason && ` ${correction.decision_reason}`}
        </p>
      )}
      {correction.status === 'proposed' && correction.is_outdated && (
        <p className={classes.quiet}>{t('correction.outdated')}</p>
      )}
      <div className={classes.foot} data-print="hide">
        {may('take') &&
          (correction.is_outdated ? (
            <Button size="xs" variant="filled" onClick={() => setAsked('merge')}>
              {t('correction.merge')}
            </Button>
          ) : (
            <Button size="xs" variant="filled" loading={take.isPending} onClick={() => take.mutate(null)}>
              {t('correction.take')}
            </Button>
          ))}
        {may('decline') && (
          <Button size="xs" onClick={() => setAsked('decline')}>
            {t('correction.decline')}
          </Button>
        )}
        {may('withdraw') && (
          <Button size="xs" onClick={() => setAsked('withdraw')}>
            {t('correction.withdraw')}
          </Button>
        )}
      </div>
      {take.error && asked !== 'merge' && (
        <p role="alert" className={classes.failure}>
          {problemMessage(take.error, tCommon)}
        </p>
      )}
      <ConfirmDialog
        opened={asked === 'decline'}
        onClose={close}
        title={t('correction.decline')}
        confirmLabel={t('correction.decline')}
        reason="required"
        onConfirm={(reason) => decline.mutateAsync(reason)}
      >
        {t('correction.declineHelp', { champion })}
      </ConfirmDialog>
      <ConfirmDialog
        opened={asked === 'withdraw'}
        onClose={close}
        title={t('correction.withdraw')}
        confirmLabel={t('correction.withdraw')}
        onConfirm={() => withdraw.mutateAsync()}
      >
        {t('correction.withdrawHelp')}
      </ConfirmDialog>
      <Modal opened={asked === 'merge'} onClose={close} title={t('correction.mergeTitle')} size="xl">
        <Suspense>
          <MergeForm
            intro={t('correction.mergeIntro', { champion })}
            language={item.language}
            base={correction.base_text}
            ours={{ title: champion, text: correction.text, takeLabel: t('correction.asProposed') }}
            theirs={{ title: t('correction.now'), text: item.text, takeLabel: t('correction.asItIs') }}
            confirmLabel={t('correction.takeMerged')}
            onConfirm={(text) => take.mutateAsync(text).then(close)}
          />
        </Suspense>
      </Modal>
    </div>
  )
}

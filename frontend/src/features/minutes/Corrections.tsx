import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import {
  declineMinutesCorrection,
  proposeMinutesCorrection,
  takeMinutesCorrection,
} from '@/api/generated/sdk.gen'
import type { CorrectionBody, MinutesItemBody } from '@/api/generated/types.gen'
import { ConfirmDialog } from '@/components/ConfirmDialog'
import { Form, FormActions } from '@/forms/Form'
import { problemMessage } from '@/forms/problemMessage'
import { TextAreaField } from '@/forms/TextAreaField'
import { MarkedText } from './MarkedText'
import classes from './Minutes.module.css'

interface Props {
  meetingId: string
  item: MinutesItemBody
}

/** What champions want to read instead, with what became of it; and one's own proposal. */
export function Corrections({ meetingId, item }: Props) {
  const { t } = useTranslation('minutes')
  const [isProposing, setProposing] = useState(false)
  return (
    <>
      {item.corrections.map((correction) => (
        <Correction key={correction.id} meetingId={meetingId} correction={correction} />
      ))}
      {item.actions.includes('propose-correction') &&
        (isProposing ? (
          <ProposeForm meetingId={meetingId} item={item} onDone={() => setProposing(false)} />
        ) : (
          <div data-print="hide">
            <Button size="xs" onClick={() => setProposing(true)}>
              {t('correction.propose')}
            </Button>
          </div>
        ))}
    </>
  )
}

function Correction({ meetingId, correction }: { meetingId: string; correction: CorrectionBody }) {
  const { t } = useTranslation('minutes')
  const { t: tCommon } = useTranslation()
  const [isDeclining, setDeclining] = useState(false)
  const path = {
    meeting_id: meetingId,
    item_id: correction.agenda_item_id,
    correction_id: correction.id,
  }
  const take = useMutation({ mutationFn: () => takeMinutesCorrection({ path }) })
  const decline = useMutation({
    mutationFn: (reason: string) => declineMinutesCorrection({ path, body: { reason } }),
  })
  return (
    <div className={classes.correction}>
      <div className={classes.quiet}>
        {t('correction.of', { champion: correction.champion?.name ?? t('secretariat') })}{' '}
        {t(`correction.status.${correction.status}`)}
      </div>
      <MarkedText text={correction.text} />
      <p className={classes.quiet} dir="auto">
        {correction.why}
        {correction.decision_reason && ` → ${correction.decision_reason}`}
      </p>
      {correction.actions.includes('take') && (
        <div className={classes.foot} data-print="hide">
          <Button size="xs" variant="filled" loading={take.isPending} onClick={() => take.mutate()}>
            {t('correction.take')}
          </Button>
          <Button size="xs" onClick={() => setDeclining(true)}>
            {t('correction.decline')}
          </Button>
        </div>
      )}
      {take.error && <p role="alert">{problemMessage(take.error, tCommon)}</p>}
      <ConfirmDialog
        opened={isDeclining}
        onClose={() => setDeclining(false)}
        title={t('correction.decline')}
        confirmLabel={t('correction.decline')}
        reason="required"
        onConfirm={(reason) => decline.mutateAsync(reason)}
      />
    </div>
  )
}

function ProposeForm({ meetingId, item, onDone }: Props & { onDone: () => void }) {
  const { t } = useTranslation('minutes')
  const form = useForm({ defaultValues: { text: item.text, why: '' } })
  const propose = useMutation({
    mutationFn: (body: { text: string; why: string }) =>
      proposeMinutesCorrection({
        path: { meeting_id: meetingId, item_id: item.id },
        body: { ...body, based_on: item.version },
      }),
    onSuccess: onDone,
  })
  return (
    <Form form={form} onSubmit={(body) => propose.mutateAsync(body)}>
      <TextAreaField
        control={form.control}
        name="text"
        label={t('correction.text')}
        help={t('correction.textHelp')}
        minRows={3}
      />
      <TextAreaField control={form.control} name="why" label={t('correction.why')} minRows={2} />
      <FormActions>
        <Button type="submit" variant="filled" loading={form.formState.isSubmitting}>
          {t('correction.send')}
        </Button>
        <Button variant="subtle" onClick={onDone}>
          {t('correction.cancel')}
        </Button>
      </FormActions>
    </Form>
  )
}

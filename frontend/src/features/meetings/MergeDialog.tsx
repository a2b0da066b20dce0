import { Button, Group, Modal, Radio } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { mergeAgendaProposal } from '@/api/generated/sdk.gen'
import { problemMessage } from '@/forms/problemMessage'
import { useFormat } from '@/i18n/useFormat'
import classes from './MergeDialog.module.css'
import type { AgendaItem, Meeting } from './meetingQuery'

interface Props {
  meeting: Meeting
  item: AgendaItem
  onClose: () => void
  /** Told in a sentence what became of the proposal. */
  onDone?: ((sentence: string) => void) | undefined
}

/** Makes a proposal a part of another, or of an item on the agenda. */
export default function MergeDialog({ meeting, item, onClose, onDone }: Props) {
  const { t } = useTranslation(['agenda', 'common', 'meetings'])
  const { t: tCommon } = useTranslation()
  const format = useFormat()
  const [into, setInto] = useState('')
  const others = meeting.agenda_items.filter(
    ({ id, status }) => id !== item.id && (status === 'proposed' || status === 'accepted'),
  )
  const whole = others.find(({ id }) => id === into)
  const merge = useMutation({
    mutationFn: () =>
      mergeAgendaProposal({ path: { meeting_id: meeting.id, item_id: item.id }, body: { into } }),
    onSuccess: () => {
      onClose()
      onDone?.(t('merge.done', { title: item.title, into: whole?.title ?? '' }))
    },
  })
  return (
    <Modal opened onClose={onClose} title={t('merge.title', { title: item.title })} size="lg">
      <p className={classes.help}>{t('merge.help')}</p>
      <Radio.Group value={into} onChange={setInto} label={t('merge.into')}>
        <div className={classes.choices}>
          {others.map((other) => (
            <Radio
              key={other.id}
              value={other.id}
              label={<bdi>{other.title}</bdi>}
              description={[
                format.list([
                  other.proposed_by?.name ?? t('meetings:proposals.coChairs'),
                  ...other.co_proposers.map(({ name }) => name),
                ]),
                t(other.status === 'accepted' ? 'merge.onAgenda' : 'merge.proposed'),
              ].join(' · ')}
            />
          ))}
        </div>
      </Radio.Group>
      {others.length === 0 && <p className={classes.help}>{t('merge.nothing')}</p>}
      {whole && <p className={classes.outcome}>{t('merge.outcome', { into: whole.title })}</p>}
      {merge.error && (
        <p role="alert" className={classes.failure}>
          {problemMessage(merge.error, tCommon)}
        </p>
      )}
      <Group justify="flex-end" gap="xs">
        <Button onClick={onClose}>{t('common:action.cancel')}</Button>
        <Button variant="filled" disabled={!whole} loading={merge.isPending} onClick={() => merge.mutate()}>
          {t('merge.confirm')}
        </Button>
      </Group>
    </Modal>
  )
}

import { Button, Modal, Select } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { listMeetingsOptions } from '@/api/generated/@tanstack/react-query.gen'
import { reviewWorkplan } from '@/api/generated/sdk.gen'
import { problemMessage } from '@/forms/problemMessage'
import { useFormat } from '@/i18n/useFormat'

interface Props {
  planId: string
  /** The meetings that have gone through the plan already. */
  reviewed: readonly string[]
}

/** Asks which meeting goes through the plan; what stands now is kept. */
export function BeginReview({ planId, reviewed }: Props) {
  const { t } = useTranslation('workplan')
  const { t: tCommon } = useTranslation()
  const navigate = useNavigate()
  const format = useFormat()
  const [isAsking, setAsking] = useState(false)
  const [chosen, setChosen] = useState<string | null>(null)
  const meetings = useQuery({
    ...listMeetingsOptions({
      query: {
        sort: '-starts_at',
        limit: 25,
        status: ['planned', 'agenda_open', 'agenda_circulated', 'held', 'minutes_circulated'],
      },
    }),
    enabled: isAsking,
  })
  const begin = useMutation({
    mutationFn: (meeting_id: string) =>
      reviewWorkplan({ path: { workplan_id: planId }, body: { meeting_id } }),
    onSuccess: ({ data }) => {
      setAsking(false)
      return navigate({
        to: '/workplan/plans/$workplanId/review',
        params: { workplanId: planId },
        search: { review: data.id },
      })
    },
  })

  return (
    <>
      <Button variant="filled" onClick={() => setAsking(true)}>
        {t('review.begin')}
      </Button>
      <Modal opened={isAsking} onClose={() => setAsking(false)} title={t('review.begin')}>
        <p>{t('review.beginWhat')}</p>
        <Select
          label={t('review.meeting')}
          data={(meetings.data?.items ?? [])
            .filter(({ id }) => !reviewed.includes(id))
            .map(({ id, title, starts_at }) => ({ value: id, label: `${title}, ${format.date(starts_at)}` }))}
          value={chosen}
          onChange={setChosen}
        />
        {begin.error && (
          <p role="alert" style={{ color: 'var(--bad)' }}>
            {problemMessage(begin.error, tCommon)}
          </p>
        )}
        <Button
          mt="md"
          variant="filled"
          disabled={chosen === null}
          loading={begin.isPending}
          onClick={() => chosen && begin.mutate(chosen)}
        >
          {t('review.begin')}
        </Button>
      </Modal>
    </>
  )
}

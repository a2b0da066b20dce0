import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { MinutesItemBody } from '@/api/generated/types.gen'
import { Correction } from './Correction'
import { ProposeCorrection } from './ProposeCorrection'

interface Props {
  meetingId: string
  item: MinutesItemBody
}

/** What champions want to read instead, with what became of it; and one's own proposal. Who writes the minutes changes the text. */
export function Corrections({ meetingId, item }: Props) {
  const { t } = useTranslation('minutes')
  const [isProposing, setProposing] = useState(false)
  return (
    <>
      {item.corrections.map((correction) => (
        <Correction key={correction.id} meetingId={meetingId} item={item} correction={correction} />
      ))}
      {item.actions.includes('propose-correction') &&
        !item.actions.includes('write') &&
        (isProposing ? (
          <ProposeCorrection meetingId={meetingId} item={item} onDone={() => setProposing(false)} />
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

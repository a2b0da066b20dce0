import { TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { readerZone } from '@/i18n/format'
import { useFormat } from '@/i18n/useFormat'
import { localOf } from '@/i18n/zonedTime'
import { useSession } from '@/session/useSession'
import { latestInstantOf } from './localInstant'

interface Props {
  label: string
  /** An instant; it is shown and chosen in the reader's zone, with UTC beside it. */
  value: string
  onChange: (instant: string) => void
}

/** An instant chosen in a dialog. */
export function DeadlineInput({ label, value, onChange }: Props) {
  const { t } = useTranslation()
  const format = useFormat()
  const zone = useSession()?.person.time_zone ?? readerZone()
  return (
    <TextInput
      mt="md"
      type="datetime-local"
      label={label}
      description={`${zone} (${t('deadline.utc', { time: format.time(value, 'UTC') })})`}
      inputWrapperOrder={['label', 'input', 'error', 'description']}
      styles={{ wrapper: { maxWidth: 260 } }}
      value={localOf(value, zone)}
      onChange={({ currentTarget: { value: local } }) => {
        const instant = latestInstantOf(local, zone)
        if (instant) onChange(instant)
      }}
    />
  )
}

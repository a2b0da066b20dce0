import { Button, Radio, TextInput } from '@mantine/core'
import { useId } from 'react'
import { type FieldValues, useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { type FieldProps, useField } from '@/forms/useField'
import { useFormat } from '@/i18n/useFormat'
import { cityOf } from '@/i18n/zonedTime'
import classes from './LocalTimeField.module.css'
import { clockTimeOf, type Reading, readLocal } from './localInstant'

type Props<T extends FieldValues> = FieldProps<T> & {
  /** On whose clocks the time is: named beside the field. */
  zone: string
}

/**
 * A date and a time on the clocks of `zone`, as "2026-12-10T15:00". A time that they skip offers those beside it; one that
 * they show twice asks which is meant, and then carries its offset. `checkLocalTimes` refuses both in the form's schema.
 */
export function LocalTimeField<T extends FieldValues>({ zone, ...props }: Props<T>) {
  const { field, shared } = useField(props)
  const value: string = useWatch({ control: props.control, name: props.name }) ?? ''
  const clockTime = clockTimeOf(value)
  const bare = readLocal(clockTime, zone)
  return (
    <div className={classes.field}>
      <TextInput
        {...shared}
        type="datetime-local"
        max="2100-12-31T23:59"
        styles={{ wrapper: { maxWidth: 260 } }}
        value={clockTime}
        onChange={(event) => field.onChange(event.currentTarget.value || null)}
      />
      {bare.kind === 'skipped' && (
        <Skipped time={clockTime} zone={zone} times={[bare.before, bare.after]} onTake={field.onChange} />
      )}
      {bare.kind === 'twice' && (
        <Twice
          time={clockTime}
          zone={zone}
          value={value}
          readings={bare.readings}
          onChoose={field.onChange}
        />
      )}
    </div>
  )
}

interface SkippedProps {
  time: string
  zone: string
  times: string[]
  onTake: (time: string) => void
}

function Skipped({ time, zone, times, onTake }: SkippedProps) {
  const { t } = useTranslation('time')
  return (
    <div className={classes.wayOut} role="status">
      <p>{t('skipped', { time: time.slice(11), zone: cityOf(zone) })}</p>
      {times.map((beside) => (
        <Button key={beside} size="xs" onClick={() => onTake(beside)}>
          {t('take', { time: beside.slice(11) })}
        </Button>
      ))}
    </div>
  )
}

interface TwiceProps {
  time: string
  zone: string
  value: string
  readings: Reading[]
  onChoose: (value: string) => void
}

function Twice({ time, zone, value, readings, onChoose }: TwiceProps) {
  const { t } = useTranslation('time')
  const format = useFormat()
  return (
    <div className={classes.wayOut}>
      <Radio.Group
        name={useId()}
        label={t('twice', { time: time.slice(11), zone: cityOf(zone) })}
        value={value}
        onChange={onChoose}
      >
        <div className={classes.readings}>
          {readings.map((reading, index) => (
            <Radio
              key={reading.offset}
              value={reading.value}
              label={t(index === 0 ? 'earlier' : 'later', {
                offset: reading.offset,
                utc: format.time(reading.instant, 'UTC'),
              })}
            />
          ))}
        </div>
      </Radio.Group>
    </div>
  )
}

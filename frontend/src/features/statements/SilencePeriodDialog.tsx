import { Button, Group, Modal } from '@mantine/core'
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query'
import { useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import * as z from 'zod/mini'
import { checkStatementSilenceOptions } from '@/api/generated/@tanstack/react-query.gen'
import { giveStatementTime, openStatementSilence } from '@/api/generated/sdk.gen'
import type { SilenceCheck } from '@/api/generated/types.gen'
import { Deadline } from '@/components/Deadline'
import { SelectField } from '@/forms/choiceFields'
import { Form } from '@/forms/Form'
import { TextAreaField } from '@/forms/TextAreaField'
import { useSchemaForm } from '@/forms/useSchemaForm'
import { useFormat } from '@/i18n/useFormat'
import { useReaderZone } from '@/session/useReaderZone'
import { checkLocalTimes } from '@/time/checkLocalTimes'
import { LocalTimeField } from '@/time/LocalTimeField'
import { fieldValueOf, instantOf, readLocal } from '@/time/localInstant'
import classes from './Statements.module.css'
import type { Statement } from './statementQuery'

interface Props {
  statement: Statement
  /** A first period, or a longer one on the same text. */
  step: 'open-silence' | 'give-time'
  opened: boolean
  onClose: () => void
}

/** Until when silence is kept: how long that is and which days of it offices are closed is said before it is opened. */
export function SilencePeriodDialog({ opened, onClose, ...rest }: Props) {
  const { t } = useTranslation('statements')
  return (
    <Modal opened={opened} onClose={onClose} title={t(`step.${rest.step}`)}>
      <PeriodForm onClose={onClose} {...rest} />
    </Modal>
  )
}

const DAYS_OFFERED = 5

function PeriodForm({ statement, step, onClose }: Omit<Props, 'opened'>) {
  const { t } = useTranslation(['statements', 'common'])
  const { t: tTime } = useTranslation('time')
  const zone = useReaderZone()
  const path = { statement_id: statement.id }
  const isFirst = step === 'open-silence'
  const schema = z
    .object({
      version: z
        .nullable(z.string())
        .check(z.refine((chosen) => chosen !== null, t('period.versionMissing'))),
      until: z.string(t('period.untilMissing')).check(z.minLength(1, t('period.untilMissing'))),
      reason: z
        .string()
        .check(z.refine((why) => isFirst || why.trim().length >= 3, t('common:form.reasonRequired'))),
    })
    .check(checkLocalTimes(tTime, ['until'], () => zone))
  const form = useSchemaForm(schema, {
    version: statement.versions[0] ? String(statement.versions[0].number) : null,
    until: fieldValueOf(offered(statement), zone),
    reason: '',
  })
  const until = useWatch({ control: form.control, name: 'until' })
  const read = readLocal(until, zone)
  const check = useQuery({
    ...checkStatementSilenceOptions({ path, query: { until: read.kind === 'once' ? read.instant : '' } }),
    enabled: read.kind === 'once',
    placeholderData: keepPreviousData,
  })
  const send = useMutation({
    mutationFn: (fields: z.output<typeof schema>) => {
      const end = instantOf(fields.until, zone)
      return isFirst
        ? openStatementSilence({ path, body: { version: Number(fields.version), until: end } })
        : giveStatementTime({ path, body: { until: end, reason: fields.reason } })
    },
    onSuccess: onClose,
  })
  return (
    <Form form={form} onSubmit={(fields) => send.mutateAsync(fields)}>
      <p>{t(`explain.${step}`)}</p>
      {isFirst && (
        <SelectField
          control={form.control}
          name="version"
          label={t('period.version')}
          choices={statement.versions.map(({ number, note }) => ({
            value: String(number),
            label: note ? `${number} · ${note}` : String(number),
          }))}
        />
      )}
      <LocalTimeField
        zone={zone}
        control={form.control}
        name="until"
        label={t('period.until')}
        help={t('period.untilHelp', { zone })}
      />
      {check.data && <Looked check={check.data} />}
      {!isFirst && (
        <TextAreaField
          control={form.control}
          name="reason"
          label={t('common:form.reason')}
          minRows={2}
          maxLength={1000}
        />
      )}
      <Group justify="flex-end" gap="xs">
        <Button onClick={onClose}>{t('common:action.cancel')}</Button>
        <Button type="submit" variant="filled" loading={form.formState.isSubmitting}>
          {t(`step.${step}`)}
        </Button>
      </Group>
    </Form>
  )
}

/** Some days from now, or from the end of the present period, on the full hour. */
function offered({ silence_until: until, status }: Statement): string {
  const from = status === 'under_silence' && until ? Date.parse(until) : Date.now()
  const hour = 3_600_000
  return new Date(Math.ceil((from + DAYS_OFFERED * 24 * hour) / hour) * hour).toISOString()
}

function Looked({ check }: { check: SilenceCheck }) {
  const { t } = useTranslation('statements')
  const format = useFormat()
  const closed = (kind: 'holiday' | 'weekend') =>
    check.warnings.filter((warning) => warning.kind === kind).map(({ day }) => format.date(day))
  const [holidays, weekends] = [closed('holiday'), closed('weekend')]
  return (
    <div role="status" className={classes.quiet}>
      {t('period.lasts', { count: Math.floor(check.hours) })}{' '}
      {!check.is_long_enough && (
        <strong>
          {t('period.tooShort', { count: check.minimum_hours })} <Deadline at={check.earliest} />.
        </strong>
      )}
      {holidays.length > 0 && <div>{t('period.holidays', { days: format.list(holidays) })}</div>}
      {weekends.length > 0 && <div>{t('period.weekends', { days: format.list(weekends) })}</div>}
    </div>
  )
}

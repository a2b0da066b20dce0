import { Modal } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { correctPledgeReport, reportPledge } from '@/api/generated/sdk.gen'
import { ifMatch } from '@/api/record'
import { keptValues, useKeptForm } from '@/autosave/useKeptForm'
import { SelectField } from '@/forms/choiceFields'
import { DateField } from '@/forms/DateField'
import { DialogActions } from '@/forms/DialogActions'
import { Form } from '@/forms/Form'
import { TextAreaField } from '@/forms/TextAreaField'
import { useSchemaForm } from '@/forms/useSchemaForm'
import { today } from '@/time/today'
import type { Pledge, Report } from './pledgeQuery'
import {
  emptyReport,
  fieldsOfReport,
  linksOf,
  type ReportFields,
  reportSchema,
  targetsOf,
} from './reportFields'

interface Props {
  pledge: Pledge
  /** The report that is corrected; without one, a new one is written. */
  report?: Report
  opened: boolean
  onClose: () => void
}

/** What was done, a figure if there is one, and where that brings the pledge. Kept on this device until it is sent. */
export function ReportDialog({ opened, ...props }: Props) {
  const { t } = useTranslation('pledges')
  return (
    <Modal
      opened={opened}
      onClose={props.onClose}
      title={t(props.report ? 'report.correct' : 'report.action')}
    >
      <ReportForm {...props} />
    </Modal>
  )
}

function ReportForm({ pledge, report, onClose }: Omit<Props, 'opened'>) {
  const { t } = useTranslation(['pledges', 'common'])
  const key = `pledge-report:${report?.id ?? pledge.id}`
  const start = report ? fieldsOfReport(report) : emptyReport
  const form = useSchemaForm<ReportFields, ReportFields>(reportSchema(t), keptValues(key, start))
  const { forget } = useKeptForm(form, key, start)
  const send = useMutation({
    mutationFn: ({ links, moves_to, ...told }: ReportFields) => {
      const said = { ...told, links: linksOf(links) }
      if (!report) return reportPledge({ path: { pledge_id: pledge.id }, body: { ...said, moves_to } })
      const path = { pledge_id: pledge.id, report_id: report.id }
      return correctPledgeReport({ path, headers: ifMatch(`"${report.revision}"`), body: said })
    },
    onSuccess: () => {
      forget()
      onClose()
    },
  })
  const control = form.control
  const targets = report ? [] : targetsOf(pledge)
  return (
    <Form form={form} onSubmit={(fields) => send.mutateAsync(fields)}>
      <TextAreaField
        control={control}
        name="text"
        label={t('report.text')}
        help={t('report.textHelp')}
        maxLength={3000}
      />
      <TextAreaField
        control={control}
        name="figures"
        label={t('report.figures')}
        help={t('report.figuresHelp')}
        minRows={1}
        maxLength={1000}
        optional
      />
      {targets.length > 0 && (
        <SelectField
          control={control}
          name="moves_to"
          label={t('report.movesTo')}
          choices={targets.map((value) => ({ value, label: t(`status.${value}`) }))}
          optional
        />
      )}
      <TextAreaField
        control={control}
        name="links"
        label={t('report.links')}
        help={t('report.linksHelp')}
        minRows={1}
        optional
      />
      <DateField
        control={control}
        name="reported_on"
        label={t('report.on')}
        help={t('report.onHelp')}
        max={today()}
        {...(pledge.made_on && { min: pledge.made_on })}
        optional
      />
      <DialogActions form={form} onClose={onClose}>
        {t(report ? 'common:action.save' : 'report.send')}
      </DialogActions>
    </Form>
  )
}

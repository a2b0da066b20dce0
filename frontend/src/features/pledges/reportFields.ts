import type { TFunction } from 'i18next'
import * as z from 'zod/mini'
import type { Pledge, Report } from './pledgeQuery'

export const reportSchema = (t: TFunction<'pledges'>) =>
  z.object({
    text: z.string().check(z.trim(), z.minLength(1, t('report.textMissing'))),
    figures: z.string(),
    links: z.string(),
    reported_on: z.nullable(z.string()),
    moves_to: z.nullable(z.enum(['in_progress', 'fulfilled', 'partly_fulfilled', 'discontinued'])),
  })

export type ReportFields = z.output<ReturnType<typeof reportSchema>>
export type Target = NonNullable<ReportFields['moves_to']>

export const emptyReport: ReportFields = {
  text: '',
  figures: '',
  links: '',
  reported_on: null,
  moves_to: null,
}

export const fieldsOfReport = (report: Report): ReportFields => ({
  text: report.text,
  figures: report.figures,
  links: report.links.join('\n'),
  reported_on: report.reported_on,
  moves_to: null,
})

export const linksOf = (lines: string): string[] =>
  lines
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)

const TARGETS: [verb: string, target: Target][] = [
  ['begin', 'in_progress'],
  ['resume', 'in_progress'],
  ['fulfil', 'fulfilled'],
  ['fulfil-partly', 'partly_fulfilled'],
  ['discontinue', 'discontinued'],
]

/** Where a report may bring the pledge now. */
export const targetsOf = (pledge: Pick<Pledge, 'actions'>): Target[] =>
  TARGETS.filter(([verb]) => pledge.actions.includes(verb)).map(([, target]) => target)

import type { TFunction } from 'i18next'
import * as z from 'zod/mini'
import { AREAS, STATUSES } from './search'

type Translate = TFunction<'workplan'>

const day = z.nullable(z.string())
const text = z.string()

const percentage = (t: Translate) =>
  z.nullable(
    z
      .int(t('form.percentageRange'))
      .check(z.gte(0, t('form.percentageRange')), z.lte(100, t('form.percentageRange'))),
  )

export const adoptionSchema = () =>
  z.object({
    adopted_on: day,
    meeting_id: z.nullable(z.string()),
    decision_id: z.nullable(z.string()),
  })

/** The fields of an item as the form holds them: objectives as words, since a list of choices has words. */
export interface ItemFields {
  title: string
  scope_of_work: (typeof AREAS)[number] | null
  description: string
  expected_result: string
  lead: string | null
  supporting: string[]
  objectives: string[]
  processes: string[]
  starts_on: string | null
  due_on: string | null
  status: (typeof STATUSES)[number]
  dropped_reason: string
  percentage: number | null
  waits_for: string[]
}

export const itemSchema = (t: Translate) =>
  z
    .object({
      title: text.check(z.trim(), z.minLength(1, t('form.titleRequired'))),
      scope_of_work: z
        .nullable(z.enum(AREAS))
        .check(z.refine((area) => area !== null, t('form.areaRequired'))),
      description: text,
      expected_result: text,
      lead: z.nullable(text),
      supporting: z.array(text),
      objectives: z.array(text),
      processes: z.array(text),
      starts_on: day,
      due_on: day,
      status: z.enum(STATUSES),
      dropped_reason: text.check(z.trim()),
      percentage: percentage(t),
      waits_for: z.array(text),
    })
    .check(
      z.refine(({ status, dropped_reason }) => status !== 'dropped' || dropped_reason !== '', {
        path: ['dropped_reason'],
        error: t('form.droppedReasonRequired'),
      }),
      z.refine(({ starts_on, due_on }) => !starts_on || !due_on || starts_on <= due_on, {
        path: ['due_on'],
        error: t('form.dueBeforeStart'),
      }),
    )

export interface PlanFields {
  title: string
  introduction: string
  starts_on: string | null
  ends_on: string | null
  is_shared_with_observers: boolean
}

export const planSchema = (t: Translate) => {
  const required = day.check(z.refine((value) => value !== null, t('form.dayRequired')))
  return z
    .object({
      title: text.check(z.trim(), z.minLength(1, t('form.titleRequired'))),
      introduction: text,
      starts_on: required,
      ends_on: required,
      is_shared_with_observers: z.boolean(),
    })
    .check(
      z.refine(({ starts_on, ends_on }) => !starts_on || !ends_on || starts_on <= ends_on, {
        path: ['ends_on'],
        error: t('form.planEndsBeforeStart'),
      }),
    )
}

export const reportSchema = (t: Translate) =>
  z.object({
    text: text.check(z.trim(), z.minLength(1, t('report.textRequired'))),
    what_next: text.check(z.trim()),
    evidence: evidence(t),
    status: z.nullable(z.enum(STATUSES)),
    percentage: percentage(t),
  })

export const mendSchema = (t: Translate) =>
  z.object({
    text: text.check(z.trim(), z.minLength(1, t('report.textRequired'))),
    what_next: text.check(z.trim()),
    evidence: evidence(t),
  })

/** Addresses as they are typed, one a line. */
const evidence = (t: Translate) =>
  text.check(
    z.refine(
      (lines) => addressesIn(lines).every((line) => /^https?:\/\/[^\s/]+/.test(line)),
      t('report.evidenceBad'),
    ),
  )

export const addressesIn = (lines: string): string[] =>
  lines
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

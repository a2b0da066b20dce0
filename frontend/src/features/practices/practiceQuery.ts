import {
  getPracticeQueryKey,
  getPracticeVersionOptions,
  listPracticeReviewStepsOptions,
  listPracticeVersionsOptions,
} from '@/api/generated/@tanstack/react-query.gen'
import { getPractice } from '@/api/generated/sdk.gen'
import type {
  PracticeBody,
  PracticeInList,
  PracticeTombstone,
  PracticeVersionBody,
} from '@/api/generated/types.gen'
import { recordQuery } from '@/api/record'

export type { PracticeBody, PracticeInList, PracticeTombstone, PracticeVersionBody }

/** A practice as every answer has it. */
export type PracticeSummary = Omit<PracticeInList, 'highlight'>

const at = (id: string) => ({ path: { practice_id: id } })

export const practiceQuery = (id: string) =>
  recordQuery(getPracticeQueryKey(at(id)), (signal) => getPractice({ ...at(id), signal }))

export const versionsQuery = (id: string) => listPracticeVersionsOptions(at(id))

export const versionQuery = (id: string, number: number) =>
  getPracticeVersionOptions({ path: { practice_id: id, number } })

export const reviewStepsQuery = (id: string) => listPracticeReviewStepsOptions(at(id))

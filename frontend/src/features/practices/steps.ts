import {
  acceptPractice,
  deletePractice,
  publishPractice,
  requestPracticeChanges,
  retractPractice,
  revisePractice,
  startPracticeReview,
  submitPractice,
  withdrawPractice,
} from '@/api/generated/sdk.gen'
import type { PracticeBody } from '@/api/generated/types.gen'
import { ifMatch } from '@/api/record'

/** The verbs of `actions`, in the order in which they are offered: the first one open is the primary button. */
export const STEPS = [
  'change',
  'submit',
  'start-review',
  'accept',
  'publish',
  'request-changes',
  'revise',
  'retract',
  'withdraw',
  'delete',
] as const

export type Step = (typeof STEPS)[number]
export type TakenStep = Exclude<Step, 'change'>

/** What is asked before: nothing, a yes, or in any case why; of a withdrawal also why for the public. */
export const ASKS: Record<TakenStep, 'nothing' | 'yes' | 'why' | 'both whys'> = {
  submit: 'yes',
  'start-review': 'nothing',
  accept: 'nothing',
  publish: 'yes',
  'request-changes': 'why',
  revise: 'yes',
  retract: 'yes',
  withdraw: 'both whys',
  delete: 'yes',
}

export interface Order {
  id: string
  etag: string
  step: TakenStep
  reason: string
  /** Of a withdrawal: why, for the public. */
  publicReason?: string
}

/** Takes the step; answers with the practice that there is now, or null when it is gone. */
export async function takeStep({
  id,
  etag,
  step,
  reason,
  publicReason,
}: Order): Promise<PracticeBody | null> {
  const options = { path: { practice_id: id }, headers: ifMatch(etag), body: reason ? { reason } : {} }
  switch (step) {
    case 'submit':
      return (await submitPractice(options)).data
    case 'retract':
      return (await retractPractice(options)).data
    case 'start-review':
      return (await startPracticeReview(options)).data
    case 'accept':
      return (await acceptPractice(options)).data
    case 'publish':
      return (await publishPractice(options)).data
    case 'request-changes':
      return (await requestPracticeChanges(options)).data
    case 'withdraw':
      return (
        await withdrawPractice({
          ...options,
          body: { reason, ...(publicReason && { public_reason: publicReason }) },
        })
      ).data
    case 'revise':
      return (await revisePractice({ path: options.path, headers: options.headers })).data
    case 'delete':
      await deletePractice({ path: options.path, headers: options.headers })
      return null
  }
}

import { getConsultationQueryKey } from '@/api/generated/@tanstack/react-query.gen'
import { getConsultation } from '@/api/generated/sdk.gen'
import type { ConsultationAnswerBody, ConsultationBody, ConsultationSummary } from '@/api/generated/types.gen'
import { recordQuery } from '@/api/record'

export type Consultation = ConsultationBody
export type ConsultationInList = ConsultationSummary
export type Answer = ConsultationAnswerBody

export const consultationQuery = (id: string) =>
  recordQuery<Consultation>(getConsultationQueryKey({ path: { consultation_id: id } }), (signal) =>
    getConsultation({ path: { consultation_id: id }, signal }),
  )

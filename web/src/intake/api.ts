import { get, post } from '@/lib/http'
import type { Schemas } from '@/lib/wire'

export type Followed = Schemas['intake.CitizenController.Followed']
export type Step = Schemas['intake.CitizenController.Step']
export type CaseAdvice = Schemas['intake.advice.AdviceController.CaseAdvice']
export type Advice = Schemas['intake.advice.Advice']
export type Duplicate = Schemas['intake.duplicates.Duplicate']
export type Topic = Schemas['intake.topics.Topic']

/** In the body, so that no address and no log holds the digits. */
export const postFollow = (id: string, lastDigits: string) => post<Followed>('/api/citizen/request', { id, lastDigits })

/** What is advised for a case, by the request behind it. */
export const getCaseAdvice = (id: string) => get<CaseAdvice>(`/api/intake/cases/${encodeURIComponent(id)}/advice`)

/** What many ask about of late, the hottest first. */
export const getTopics = () => get<Topic[]>('/api/intake/topics')

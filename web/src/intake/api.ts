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

export type Earlier = Schemas['intake.desk.DeskController.Earlier']
export type Whereabouts = Schemas['address.Whereabouts']
export type Taken = Schemas['intake.desk.DeskController.Taken']
type Call = Schemas['intake.desk.DeskController.Call']

/** What is personal goes in bodies, here too. */
export const postCallers = (phone: string) => post<Earlier[]>('/api/intake/desk/callers', { phone })
export const postPlaces = (address: string) => post<Whereabouts>('/api/intake/desk/places', { address })
export const postCall = (call: Call) => post<Taken>('/api/intake/desk/requests', call)
export const getOpenCases = (town: string) =>
  get<Schemas['casework.door.CaseController.Cases']>(`/api/cases?open=true&limit=500&town=${encodeURIComponent(town)}`)

export type Forgotten = Schemas['intake.ErasureController.Forgotten']
/** Forgets who asked, and in which words. */
export const postErasure = (request: string, reason: string) => post<Forgotten>(`/api/intake/requests/${encodeURIComponent(request)}/erasure`, { reason })

/** What is advised for a case, by the request behind it. */
export const getCaseAdvice = (id: string) => get<CaseAdvice>(`/api/intake/cases/${encodeURIComponent(id)}/advice`)

/** What many ask about of late, the hottest first. */
export const getTopics = () => get<Topic[]>('/api/intake/topics')

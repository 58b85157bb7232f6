import { get, post, postForm, remove } from '@/lib/http'
import type { Schemas } from '@/lib/wire'

type Given = Schemas['casework.Given']
type Answer = Schemas['casework.door.CaseController.CaseView']
type Stored = Schemas['casework.door.EvidenceController.Stored']

/** What an action may ask for: every field of its body but the version. */
export type Need = Exclude<keyof Given, 'version'>
export type AllowedAction = Omit<Schemas['casework.Casework.Choice'], 'needs'> & { needs: Need[] }
export type TimelineEntry = Schemas['casework.Casework.Line']
export type Ties = Schemas['casework.Course.Ties']
export type FirstContact = Schemas['casework.Course.FirstContact']
export type Effort = Schemas['casework.Course.Effort']
export type Policy = NonNullable<Given['policy']>
/** Seconds, or null while that step has not happened. */
export type Latencies = Schemas['evaluation.Latencies']
export type CaseAnswer = Omit<Answer, 'actions'> & { actions: AllowedAction[] }
/** The version that the reader saw, always; of the rest what was filled in. */
export type ActionBody = Given & { version: number }

export type Life = Schemas['casework.door.CaseController.Life']

/** Every way that a case can go. */
export const getLife = () => get<Life>('/api/case-life')

/** Open cases of a town, the newest first. */
export const getOpen = (town: string) =>
  get<Schemas['casework.door.CaseController.Cases']>(`/api/cases?open=true&limit=500&town=${encodeURIComponent(town)}`)

const path = (id: string) => `/api/cases/${encodeURIComponent(id)}`

export const getCase = (id: string) => get<CaseAnswer>(path(id))
export const getLatencies = (id: string) => get<Latencies | null>(`${path(id)}/latencies`)
export const postAction = (id: string, action: string, body: ActionBody) =>
  post<CaseAnswer>(`${path(id)}/actions/${encodeURIComponent(action)}`, body)
export type EvidenceCard = Schemas['casework.door.EvidenceController.EvidenceCard']
/** All that was sent to a case, the oldest first. */
export const getEvidence = (id: string) => get<EvidenceCard[]>(`${path(id)}/photos`)
export const photoPath = (id: string) => `/api/photos/${encodeURIComponent(id)}`

/** A photo with the place where it was taken; the platform takes the time from the photo or from its own clock. */
export function postPhoto(caseId: string, file: File, lon: number, lat: number): Promise<Stored> {
  const form = new FormData()
  form.set('file', file)
  form.set('lon', String(lon))
  form.set('lat', String(lat))
  return postForm<Stored>(`${path(caseId)}/photos`, form)
}

export type Face = Schemas['casework.dial.Face']
export type Dial = Schemas['casework.dial.Face.Dial']
export const getFace = (id: string) => get<Face>(`${path(id)}/clock`)

export type InboxPage = Schemas['casework.inbox.Inbox.Page']
export type InboxItem = Schemas['casework.inbox.Inbox.Item']
export type Tallies = Schemas['casework.inbox.InboxController.Tallies']
export type Outcome = Schemas['casework.inbox.Bulk.Outcome']
type BulkAnswer = Schemas['casework.inbox.InboxController.Outcomes']

export const getInboxPage = (asked: string) => get<InboxPage>(asked)
export const getTallies = () => get<Tallies>('/api/inbox/folders')
export const watchCase = (id: string) => post<unknown>(`${path(id)}/watch`)
export const unwatchCase = (id: string) => remove<unknown>(`${path(id)}/watch`)

/** One action for many cases; with `preview` it only says what would happen. */
export interface BulkOrder {
  action: string
  ids: string[]
  versions: Record<string, number>
  given: Record<string, string>
  preview: boolean
}
export const postBulk = (order: BulkOrder) => post<BulkAnswer>('/api/inbox/bulk', order)

import { get, post, postForm } from '@/lib/http'
import type { CaseCard, Instant } from '@/lib/wire'

export type Need = 'note' | 'evidence' | 'organisation' | 'standard' | 'person' | 'until' | 'legalGround'

export interface TimelineEntry {
  /** Counted within the case, from 1. */
  number: number
  at: Instant
  type: string
  by: string | null
  organisation: string | null
  note: string | null
  legalGround?: string | null
  evidence: string[]
}

export interface AllowedAction {
  action: string
  needs: Need[]
}

/** Seconds, or null while that step has not happened. */
export interface Latencies {
  discover: number | null
  warn: number | null
  judge: number | null
  act: number | null
}

export interface CaseAnswer {
  /** The whole file as the platform keeps it; the console reads the card. */
  file: Record<string, unknown>
  card: CaseCard
  timeline: TimelineEntry[]
  actions: AllowedAction[]
}

export interface ActionBody {
  version: number
  note?: string
  organisation?: string
  person?: string
  standard?: string
  until?: Instant
  legalGround?: string
  evidence?: string[]
}

const path = (id: string) => `/api/cases/${encodeURIComponent(id)}`

export const getCase = (id: string) => get<CaseAnswer>(path(id))
export const getLatencies = (id: string) => get<Latencies | null>(`${path(id)}/latencies`)
export const postAction = (id: string, action: string, body: ActionBody) =>
  post<CaseAnswer>(`${path(id)}/actions/${encodeURIComponent(action)}`, body)
export const photoPath = (id: string) => `/api/photos/${encodeURIComponent(id)}`

/** A photo with the place where it was taken; the platform takes the time from the photo or from its own clock. */
export function postPhoto(caseId: string, file: File, lon: number, lat: number): Promise<{ id: string }> {
  const form = new FormData()
  form.set('file', file)
  form.set('lon', String(lon))
  form.set('lat', String(lat))
  return postForm<{ id: string }>(`${path(caseId)}/photos`, form)
}

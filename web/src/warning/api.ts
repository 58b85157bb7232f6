import { get, post } from '@/lib/http'
import type { Said, SignalCard, Warning } from '@/lib/wire'

export const getWarning = (id: string) => get<Warning>(`/api/warnings/${encodeURIComponent(id)}`)
export const postReceipt = (id: string) => post<Warning>(`/api/warnings/${encodeURIComponent(id)}/receipts`)
export const getSignals = (id: string) => get<{ signals: SignalCard[] }>(`/api/warnings/${encodeURIComponent(id)}/signals`)

/** What somebody makes of a signal; instants as ISO 8601. */
export interface Word {
  verdict: Said
  seenAt?: string
  remark?: string
}
export const postVerdict = (signal: string, word: Word) => post<unknown>(`/api/signals/${encodeURIComponent(signal)}/verdict`, word)
export const postVerdictOnAll = (id: string, word: Word) => post<{ signals: SignalCard[] }>(`/api/warnings/${encodeURIComponent(id)}/verdict`, word)

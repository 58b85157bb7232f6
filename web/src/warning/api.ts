import { get, post } from '@/lib/http'
import type { Said, SignalCard, Warning } from '@/lib/wire'

export const getWarning = (id: string) => get<Warning>(`/api/warnings/${encodeURIComponent(id)}`)
export const postReceipt = (id: string) => post<Warning>(`/api/warnings/${encodeURIComponent(id)}/receipts`)
export const getSignals = (id: string) => get<{ signals: SignalCard[] }>(`/api/warnings/${encodeURIComponent(id)}/signals`)
export const postVerdict = (signal: string, verdict: Said) => post<unknown>(`/api/signals/${encodeURIComponent(signal)}/verdict`, { verdict })
export const postVerdictOnAll = (id: string, verdict: Said) =>
  post<{ signals: SignalCard[] }>(`/api/warnings/${encodeURIComponent(id)}/verdict`, { verdict })

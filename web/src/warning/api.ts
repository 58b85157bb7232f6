import { get, post } from '@/lib/http'
import type { Warning } from '@/lib/wire'

export const getWarning = (id: string) => get<Warning>(`/api/warnings/${encodeURIComponent(id)}`)
export const postReceipt = (id: string) => post<Warning>(`/api/warnings/${encodeURIComponent(id)}/receipts`)

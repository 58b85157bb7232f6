import { get } from '@/lib/http'
import type { Schemas } from '@/lib/wire'

export type Work = Schemas['dispatch.Work']

/** To whom a case was dispatched, the oldest first. */
export const getWorks = (id: string) => get<Work[]>(`/api/cases/${encodeURIComponent(id)}/works`)

export interface Why {
  key: 'why.correction' | 'why.row' | 'why.rowSince' | 'why.fallback' | 'why.named'
  area: string | null
  from: string | null
  correction: string | null
}

/** Why it is theirs: what was signed, a row of the duty list, the fallback, or somebody's word. */
export function whyOf({ assignment }: Work): Why {
  const { basis, fallback } = assignment
  if (!basis) return { key: fallback ? 'why.fallback' : 'why.named', area: null, from: null, correction: null }
  const key = basis.correction ? 'why.correction' : basis.from ? 'why.rowSince' : 'why.row'
  return { key, area: basis.area, from: basis.from, correction: basis.correction }
}

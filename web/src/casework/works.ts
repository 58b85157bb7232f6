import { get } from '@/lib/http'
import type { Schemas } from '@/lib/wire'

export type Work = Schemas['dispatch.Work']

/** To whom a case was dispatched, the oldest first. */
export const getWorks = (id: string) => get<Work[]>(`/api/cases/${encodeURIComponent(id)}/works`)

export type Holding = Schemas['address.owner.Holding']

export interface Why {
  key: 'why.correction' | 'why.asset' | 'why.road' | 'why.row' | 'why.rowSince' | 'why.fallback' | 'why.named'
  area: string | null
  from: string | null
  correction: string | null
  holding: Holding | null
}

/** Why it is theirs: what was signed, whose the part or the road is, a row of the duty list, the fallback, or somebody's word. */
export function whyOf({ assignment }: Work): Why {
  const { basis, fallback } = assignment
  if (!basis) return { key: fallback ? 'why.fallback' : 'why.named', area: null, from: null, correction: null, holding: null }
  const holding = basis.holding ?? null
  const owned = holding && (holding.asset ? 'why.asset' : 'why.road')
  const key = basis.correction ? 'why.correction' : (owned ?? (basis.from ? 'why.rowSince' : 'why.row'))
  return { key, area: basis.area, from: holding?.from ?? basis.from, correction: basis.correction, holding }
}

/** What a holding is of: the part's code, or the road with its doors where it is a stretch of it. */
export function thingOf(holding: Holding, doors: (from: number | string, to: number | string) => string): string {
  if (holding.asset) return holding.asset
  const { road, fromNumber, toNumber } = holding
  return fromNumber === null && toNumber === null ? (road ?? '') : `${road}${doors(fromNumber ?? '', toNumber ?? '')}`
}

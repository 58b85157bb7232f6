import { get } from '@/lib/http'
import type { District, Schemas } from '@/lib/wire'

/** `last` is the journal number up to which it is complete, `lag` the entries that are not in it yet. */
/** How many sensors there are; gathered: too many to be told one by one, so that only those that hold a grade are. */
export interface Crowd {
  sensors: number
  unknown: number
  gathered: boolean
}
export type Snapshot = Omit<Schemas['situation.Picture'], 'district'> & { district: District; crowd: Crowd }

export const STREAM = '/api/stream'
export const STREAM_KINDS = ['sensors', 'warning', 'case', 'clock', 'crowd'] as const

export const getSnapshot = () => get<Snapshot>('/api/situation')

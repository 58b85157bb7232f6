import { get } from '@/lib/http'
import type { District, Schemas } from '@/lib/wire'

/** `last` is the journal number up to which it is complete, `lag` the entries that are not in it yet. */
export type Snapshot = Omit<Schemas['situation.Picture'], 'district'> & { district: District }

export const STREAM = '/api/stream'
export const STREAM_KINDS = ['sensors', 'warning', 'case', 'clock'] as const

export const getSnapshot = () => get<Snapshot>('/api/situation')

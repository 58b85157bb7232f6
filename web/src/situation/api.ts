import { get } from '@/lib/http'
import type { CaseCard, District, Instant, Sensor, Warning } from '@/lib/wire'

export interface Snapshot {
  at: Instant
  /** Journal number up to which the snapshot is complete. */
  last: number
  /** Entries of the journal that are not in it yet. */
  lag?: number
  district: District
  sensors: Sensor[]
  warnings: Warning[]
  cases: CaseCard[]
}

export const STREAM = '/api/stream'
export const STREAM_KINDS = ['sensors', 'warning', 'case', 'clock'] as const

export const getSnapshot = () => get<Snapshot>('/api/situation')

import type { Schemas } from '@/lib/wire'

export type Errand = Schemas['casework.errand.Errand']

export interface Sent {
  key: 'errand.nobody' | 'errand.seen' | 'errand.area'
  distance: { key: 'errand.metres' | 'errand.kilometres'; n: string }
}

/** Why this inspector goes: where the person was last seen, or the middle of the shift's area; or nobody was on shift. */
export function sentOf(errand: Errand): Sent {
  const metres = errand.metres ?? 0
  const distance =
    metres < 1_000
      ? ({ key: 'errand.metres', n: String(metres) } as const)
      : ({ key: 'errand.kilometres', n: (metres / 1_000).toFixed(1) } as const)
  return { key: errand.person === null ? 'errand.nobody' : errand.seenAt ? 'errand.seen' : 'errand.area', distance }
}

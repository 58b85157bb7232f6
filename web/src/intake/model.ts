import { metresBetween, type Point } from '@/lib/distance'
import type { CaseCard } from '@/lib/wire'
import type { Step } from './api'

/** What a citizen calls the places a request can be at; the house knows more of them than matter to a citizen. */
export type Station = 'received' | 'looked' | 'sent' | 'worked' | 'waits' | 'checked' | 'done' | 'declined'

const STATION: Record<string, Station> = {
  REPORTED: 'received',
  PENDING_VERIFICATION: 'looked',
  PENDING_FILING: 'looked',
  FILED: 'looked',
  PENDING_DISPATCH: 'sent',
  RETURNED: 'sent',
  PENDING_HANDLING: 'sent',
  HANDLING: 'worked',
  SUSPENDED: 'waits',
  HANDLED: 'checked',
  PENDING_INSPECTION: 'checked',
  INSPECTION_FAILED: 'worked',
  PENDING_CLOSING: 'checked',
  CLOSED: 'done',
  FORCED_CLOSED: 'done',
  NOT_FILED: 'declined',
}

export interface Stop {
  station: Station
  at: string
  holder: string | null
  /** The part of it that goes its own way; null where it is of the whole. */
  part: Step['part']
}

/**
 * The way as a citizen reads it, newest first: steps within one station are one stop, with its last holder and its first time. What
 * was split off has stations of its own.
 */
export function stops(steps: readonly Step[]): Stop[] {
  const way: Stop[] = []
  for (const step of steps) {
    const station = step.step === null ? 'received' : (STATION[step.step] ?? 'looked')
    const part = step.part ?? null
    const last = way.findLast((stop) => stop.part?.caseId === part?.caseId)
    if (last?.station === station) last.holder = step.holder
    else way.push({ station, at: step.at, holder: step.holder, part })
  }
  return way.reverse()
}

/** An open case and how far it is from what somebody speaks of. */
export interface Near {
  card: CaseCard
  metres: number
}

/** Farther away it is hardly what the caller means. */
const NEAR_METRES = 500

/** Open cases near a point, the nearest first. */
export function near(point: Point, cards: readonly CaseCard[]): Near[] {
  return cards
    .map((card) => ({ card, metres: Math.round(metresBetween(point, card)) }))
    .filter((each) => each.metres <= NEAR_METRES)
    .toSorted((a, b) => a.metres - b.metres)
}

/** A share of one, as whole percent. */
export const percent = (share: number): number => Math.round(share * 100)

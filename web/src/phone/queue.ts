import { problemOf, type Problem } from '@/lib/http'
import type { Schemas } from '@/lib/wire'

export type ReportBody = Schemas['casework.door.CaseController.ReportBody']
export type Kind = NonNullable<Schemas['casework.door.EvidenceController.EvidenceCard']['kind']>

/** A photo or a voice note that waits. */
export interface Piece {
  id: string
  /** Null = nobody said what it shows. */
  kind: Kind | null
  type: string
  bytes: ArrayBuffer
  lon: number
  lat: number
  /** Device time in milliseconds. */
  at: number
  sent: boolean
}

/** A report with its evidence, or evidence for a case that there is already. */
export interface Entry {
  clientId: string
  /** Staff id: it is sent as this person or not at all. */
  by: string
  at: number
  title: string
  report: ReportBody | null
  /** Null until the report has become a case. */
  caseId: string | null
  pieces: Piece[]
  /** Why the platform did not take it: a person must look. */
  refused: Problem | null
}

export interface Door {
  report(body: ReportBody, clientId: string): Promise<string>
  piece(caseId: string, piece: Piece): Promise<void>
}

export interface Drawer {
  all(): Promise<Entry[]>
  put(entry: Entry): Promise<void>
  remove(clientId: string): Promise<void>
}

/** `later` = the way there or the platform is the trouble, not what is sent. */
export type Outcome = 'sent' | 'refused' | 'later' | 'sign-in'

const TOO_EARLY: readonly number[] = [408, 425, 429]

export function outcomeOf(problem: Problem): Outcome {
  if (problem.status === 401) return 'sign-in'
  return problem.status < 400 || problem.status >= 500 || TOO_EARLY.includes(problem.status) ? 'later' : 'refused'
}

/** Sends what is not sent yet, writing down each step: whoever is interrupted goes on there. */
export async function sendOne(entry: Entry, door: Door, drawer: Drawer): Promise<Outcome> {
  let now = entry
  const keep = async (change: Partial<Entry>) => {
    now = { ...now, ...change }
    await drawer.put(now)
  }
  try {
    const caseId = now.caseId ?? (await door.report(now.report!, now.clientId))
    if (now.caseId === null) await keep({ caseId })
    for (const piece of now.pieces.filter((each) => !each.sent)) {
      await door.piece(caseId, piece)
      await keep({ pieces: now.pieces.map((each) => (each.id === piece.id ? { ...each, sent: true, bytes: new ArrayBuffer(0) } : each)) })
    }
    await drawer.remove(now.clientId)
    return 'sent'
  } catch (thrown) {
    const problem = problemOf(thrown)
    const outcome = outcomeOf(problem)
    if (outcome === 'refused') await keep({ refused: problem })
    return outcome
  }
}

/** Sends what this person has waiting, the oldest first; stops where it would only fail again. */
export async function sendAll(by: string, door: Door, drawer: Drawer): Promise<Outcome> {
  let last: Outcome = 'sent'
  for (const entry of byAge(await drawer.all())) {
    if (entry.by !== by || entry.refused) continue
    last = await sendOne(entry, door, drawer)
    if (last === 'later' || last === 'sign-in') return last
  }
  return last
}

export function byAge(entries: readonly Entry[]): Entry[] {
  return entries.toSorted((a, b) => a.at - b.at || a.clientId.localeCompare(b.clientId))
}

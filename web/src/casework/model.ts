import { metresBetween } from '@/lib/distance'
import { millisOf } from '@/lib/time'
import type { CaseCard } from '@/lib/wire'
import type { ActionBody, AllowedAction, FirstContact, Need, Policy } from './api'

const OVER: ReadonlySet<string> = new Set(['CLOSED', 'FORCED_CLOSED', 'NOT_FILED', 'MERGED'])

export function isOver(card: CaseCard): boolean {
  return OVER.has(card.state)
}

/** The deadline that bites first: the holder's, the whole case's, or that of speaking to who asked. */
export function nextDeadline(card: CaseCard): number | null {
  const all = [card.holderDeadlineAt, card.businessDeadlineAt, card.contactDeadlineAt].map(millisOf).filter((at) => at !== null)
  return all.length ? Math.min(...all) : null
}

/** Late by the house's word or by its clock, whichever is first; a closed or suspended case waits for nobody. */
export function isOverdue(card: CaseCard, now: number | null): boolean {
  if (isOver(card)) return false
  const deadline = nextDeadline(card)
  return card.overdue || (card.state !== 'SUSPENDED' && now !== null && deadline !== null && deadline < now)
}

/** Open before closed, late before timely, then by the deadline that bites first; closed ones newest first. */
export function byUrgency(cards: readonly CaseCard[], now: number | null): CaseCard[] {
  const rank = (card: CaseCard) => (isOver(card) ? 2 : isOverdue(card, now) ? 0 : 1)
  return cards.toSorted((a, b) => {
    const ranks = rank(a) - rank(b)
    if (ranks !== 0) return ranks
    if (isOver(a)) return b.changedAt.localeCompare(a.changedAt)
    return (nextDeadline(a) ?? Infinity) - (nextDeadline(b) ?? Infinity) || a.openedAt.localeCompare(b.openedAt)
  })
}

/** What is being written down; empty while nothing is chosen. */
export interface Draft {
  note: string
  organisation: string
  person: string
  standard: string
  until: string
  legalGround: string
  evidence: string[]
  caseClass: string
  into: string
  asset: string
  organisations: string[]
  policy: '' | Policy
  needed: number | null
  resolved: boolean | null
  satisfied: boolean | null
  crewHours: number | null
  kilometres: number | null
}

export function emptyDraft(): Draft {
  return {
    note: '', organisation: '', person: '', standard: '', until: '', legalGround: '', evidence: [],
    caseClass: '', into: '', asset: '', organisations: [], policy: '', needed: null, resolved: null, satisfied: null, crewHours: null, kilometres: null,
  }
}

const isGiven = (value: Draft[keyof Draft]): boolean =>
  typeof value === 'string' ? value.trim() !== '' : Array.isArray(value) ? value.length > 0 : value !== null

/** What the action still asks for before it can be sent. */
export function missing(action: AllowedAction, draft: Draft): Need[] {
  const lacking = action.needs.filter((need) => !isGiven(draft[need]))
  return draft.policy === 'N_OF_M' && draft.needed === null ? [...lacking, 'needed'] : lacking
}

/** What is sent: the version that the reader saw, and only what was filled in. */
export function bodyOf(version: number, draft: Draft): ActionBody {
  return { version, ...Object.fromEntries(Object.entries(draft).filter(([, value]) => isGiven(value))) }
}

const HANDING_IN: ReadonlySet<string> = new Set(['submit', 'part-done', 'self-handle'])

/** Whether whoever does it may say what it took. */
export const tellsEffort = (action: string): boolean => HANDING_IN.has(action)

/** Whether whoever does it may say which part of the city it is about. */
export const tellsPart = (action: string): boolean => action === 'file'

/** Forward steps stand first and strong; steps back and special ones after them and quiet. */
const FORWARD: ReadonlySet<string> = new Set([
  'accept', 'verify', 'file', 'dispatch', 'redispatch', 'sign', 'submit', 'confirm', 'inspect-pass', 'close', 'grant', 'resume', 'arbitrate', 'self-handle', 'part-done', 'call-back', 'contact',
])

export function isForward(action: string): boolean {
  return FORWARD.has(action)
}

export function inOrder(actions: readonly AllowedAction[]): AllowedAction[] {
  return actions.toSorted((a, b) => Number(isForward(b.action)) - Number(isForward(a.action)))
}

/** The stages of every case, in order. */
export const STAGES = ['COLLECT', 'FILE', 'DISPATCH', 'HANDLE', 'FEEDBACK', 'INSPECT', 'EVALUATE'] as const

/** Which of the seven stages the case is in; -1 if the house speaks of one that we do not know. */
export function stageIndex(card: CaseCard): number {
  const known: readonly string[] = STAGES
  return known.indexOf(card.stage)
}

/** What was merged or not filed ended where it stood; what was closed went all the way to the evaluation. */
const ENDED_EARLY: ReadonlySet<string> = new Set(['MERGED', 'NOT_FILED'])

/** Stages that the case went through, and the one where it is or ended. */
export function stagesOf(card: CaseCard): { done: number; here: number | null } {
  const at = stageIndex(card)
  if (!isOver(card)) return { done: at, here: at }
  return ENDED_EARLY.has(card.state) ? { done: at, here: at } : { done: STAGES.length - 1, here: null }
}

/** How it stands with speaking to whoever asked; null where nobody did, or where the case went on in another or was not filed. */
export function contactOf(contact: FirstContact | null | undefined, card: CaseCard, now: number | null): 'due' | 'late' | 'made' | 'madeLate' | 'never' | null {
  if (!contact) return null
  const due = Date.parse(contact.dueAt)
  if (contact.at) return Date.parse(contact.at) > due ? 'madeLate' : 'made'
  if (ENDED_EARLY.has(card.state)) return null
  if (isOver(card)) return 'never'
  return now !== null && now > due ? 'late' : 'due'
}

/** Other cases by likeness: those of the same class first, then by distance in metres. */
export function nearest(card: CaseCard, others: readonly CaseCard[]): { card: CaseCard; metres: number }[] {
  return others
    .filter((other) => other.id !== card.id && !isOver(other))
    .map((other) => ({ card: other, metres: Math.round(metresBetween(card, other)) }))
    .toSorted((a, b) => Number(b.card.caseClass === card.caseClass) - Number(a.card.caseClass === card.caseClass) || a.metres - b.metres)
}

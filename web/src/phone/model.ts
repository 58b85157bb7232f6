import { metresBetween } from '@/lib/distance'
import type { CaseCard } from '@/lib/wire'
import type { Kind } from './queue'

export interface Here {
  lon: number
  lat: number
  /** Metres within which the device is sure. */
  accuracy: number
  /** Device time in milliseconds. */
  at: number
}

/** What the phone must know of whoever is signed in. */
export interface Worker {
  id: string
  name: string
  nameEn: string
  roles: readonly string[]
  organisation: string
  town: string | null
}

export interface Task {
  card: CaseCard
  /** Null while the device does not say where it is. */
  metres: number | null
  /** Given to this very person. */
  given: boolean
}

const TO_LOOK_AT = ['PENDING_VERIFICATION', 'PENDING_INSPECTION']
const TO_HANDLE = ['PENDING_HANDLING', 'HANDLING', 'INSPECTION_FAILED']

/** Whether it was given to this very person. */
export const isGiven = (card: CaseCard, worker: Worker): boolean => card.holder.person === worker.id

/**
 * Whether this waits for the worker: to verify and inspect for the inspector who was asked, or for any where nobody was on shift;
 * to handle for those who hold it.
 */
export function isTask(card: CaseCard, worker: Worker): boolean {
  const asked = card.holder.person === null || isGiven(card, worker)
  const looks = worker.roles.includes('INSPECTOR') && TO_LOOK_AT.includes(card.state) && asked
  const mine = isGiven(card, worker) || card.holder.organisation === worker.organisation
  return looks || (worker.roles.includes('HANDLER') && TO_HANDLE.includes(card.state) && mine)
}

/** Nearest first; what is late first while nobody knows where we are. */
export function tasksOf(cards: readonly CaseCard[], worker: Worker, here: Here | null): Task[] {
  return cards
    .filter((card) => isTask(card, worker))
    .map((card) => ({ card, metres: here && metresBetween(here, card), given: isGiven(card, worker) }))
    .toSorted((a, b) =>
      a.metres !== null && b.metres !== null
        ? a.metres - b.metres
        : Number(b.card.overdue) - Number(a.card.overdue) || a.card.openedAt.localeCompare(b.card.openedAt),
    )
}

/** A photo or a voice note that was just taken. */
export interface Shot {
  id: string
  kind: Kind | null
  type: string
  bytes: ArrayBuffer
  at: number
}

export interface Draft {
  photos: Shot[]
  voice: Shot | null
  caseClass: string
  /** Code of the part of the city; empty where nobody said. */
  asset: string
}

export const emptyDraft = (): Draft => ({ photos: [], voice: null, caseClass: '', asset: '' })

/** Three taps: photo, class, send. */
export const STEPS = ['photo', 'class', 'send'] as const

export function stepOf(draft: Draft): (typeof STEPS)[number] {
  if (draft.photos.length === 0) return 'photo'
  return draft.caseClass === '' ? 'class' : 'send'
}

/** What still stands between the draft and its sending; null = nothing. */
export function lacking(draft: Draft, here: Here | null): 'photo' | 'class' | 'place' | null {
  const step = stepOf(draft)
  if (step !== 'send') return step
  return here === null ? 'place' : null
}

const KINDS = [null, 'FAR', 'NEAR', 'REFERENCE'] as const
const WORK_KINDS = [null, 'BEFORE', 'AFTER', 'FAR', 'NEAR', 'REFERENCE'] as const

/** The nearest parts of the class that is reported, to be tapped. */
export function partsOf<T extends { caseClass: string }>(near: readonly T[], caseClass: string, most: number): T[] {
  return near.filter((each) => each.caseClass === caseClass).slice(0, most)
}

/** What a photo may show, in the order in which tapping it goes. */
export function nextKind(kind: Kind | null, work = false): Kind | null {
  const kinds: readonly (Kind | null)[] = work ? WORK_KINDS : KINDS
  return kinds[(kinds.indexOf(kind) + 1) % kinds.length] ?? null
}

export interface ClassName {
  code: string
  name: string
  nameEn: string
}

/** The few that are shown at once: those used last, then the first of the list. */
export function commonOf<T extends ClassName>(classes: readonly T[], used: readonly string[], most: number): T[] {
  const last = used.map((code) => classes.find((each) => each.code === code)).filter((each) => each !== undefined)
  return [...last, ...classes.filter((each) => !used.includes(each.code))].slice(0, most)
}

export function found<T extends ClassName>(classes: readonly T[], sought: string): T[] {
  const word = sought.trim().toLowerCase()
  return classes.filter((each) => [each.code, each.name, each.nameEn].some((text) => text.toLowerCase().includes(word)))
}

/** Used once more: it comes to the front. */
export function usedAgain(used: readonly string[], code: string, most: number): string[] {
  return [code, ...used.filter((each) => each !== code)].slice(0, most)
}

import type { Seal, Status, Witness } from './api'

/** The ledger's addresses: its standing, and the page that verifies, with the record that it is to fetch. */
export interface LedgerView {
  page: 'STATUS' | 'VERIFY'
  number: string | null
}

/** Null for any other page. */
export function readLedger(hash: string): LedgerView | null {
  const found = /^#\/ledger(\/verify)?(?:\?(.*))?$/.exec(hash)
  if (!found) return null
  const number = new URLSearchParams(found[2] ?? '').get('number')
  return { page: found[1] ? 'VERIFY' : 'STATUS', number: number !== null && isNumber(number) ? number : null }
}

export const verifyAddress = (number?: number | string): string => (number === undefined ? '#/ledger/verify' : `#/ledger/verify?number=${number}`)

/** Whether a record may be called so: from 1, in digits. */
export const isNumber = (text: string): boolean => /^[1-9]\d{0,18}$/.test(text)

/** How the whole stands, the worst first. SHORT: too few witnesses sign for what is published now to be believed. */
export type Standing = 'SPLIT' | 'UNKNOWN' | 'SHORT' | 'STANDS'
export const LOUDEST: readonly Witness['state'][] = ['SPLIT', 'REFUSED', 'SILENT', 'NOT_ASKED', 'SIGNS']

export const lag = (status: Status): number => Math.max(0, status.sequenced - status.published.size)

/** @param lost whether the last question had no answer */
export function standing(status: Status, lost: boolean): Standing {
  if (status.witnesses.some(({ state }) => state === 'SPLIT')) return 'SPLIT'
  if (lost || status.published.stale) return 'UNKNOWN'
  const willing = status.witnesses.filter(({ state }) => state === 'SIGNS' || state === 'NOT_ASKED').length
  return willing < status.quorum ? 'SHORT' : 'STANDS'
}

export const byLoudness = (witnesses: readonly Witness[]): Witness[] =>
  witnesses.toSorted((a, b) => LOUDEST.indexOf(a.state) - LOUDEST.indexOf(b.state) || a.name.localeCompare(b.name))

/** What the badge of a thing says of all its records. */
export type SealWord = 'NONE' | 'WAITING' | 'ERASED' | 'PUBLISHED'

export const isProven = (seal: Seal): boolean => seal.state === 'PUBLISHED' || seal.state === 'ERASED'

export function sealWord(seals: readonly Seal[]): SealWord {
  if (!seals.length) return 'NONE'
  if (seals.some((seal) => seal.state === 'ERASED')) return 'ERASED'
  return seals.every(isProven) ? 'PUBLISHED' : 'WAITING'
}

/** The newest record, and the newest of which there is a proof already. */
export function lastOf(seals: readonly Seal[]): { last: Seal | null; proven: Seal | null } {
  return { last: seals.at(-1) ?? null, proven: seals.findLast(isProven) ?? null }
}

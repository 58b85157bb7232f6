import { describe, expect, it } from 'vitest'
import type { CaseCard } from '@/lib/wire'
import { bodyOf, byUrgency, contactOf, emptyDraft, inOrder, isOverdue, missing, nearest, nextDeadline, stageIndex, stagesOf, tellsEffort } from './model'

const NOW = Date.parse('2026-06-17T08:00:00Z')
const minutes = (n: number) => new Date(NOW + n * 60_000).toISOString()

function card(id: string, change: Partial<CaseCard> = {}): CaseCard {
  return {
    id,
    state: 'HANDLING',
    stage: 'HANDLE',
    overdue: false,
    businessDeadlineAt: null,
    holderDeadlineAt: null,
    openedAt: minutes(-60),
    changedAt: minutes(-10),
    version: 1,
    ...change,
  } as CaseCard
}

describe('cases', () => {
  it('stand in the order of urgency', () => {
    const order = byUrgency(
      [
        card('closed early', { state: 'CLOSED', changedAt: minutes(-30) }),
        card('no limit'),
        card('in an hour', { holderDeadlineAt: minutes(60) }),
        card('late', { holderDeadlineAt: minutes(-5) }),
        card('soon', { holderDeadlineAt: minutes(90), businessDeadlineAt: minutes(10) }),
        card('closed late', { state: 'CLOSED', changedAt: minutes(-2), businessDeadlineAt: minutes(-90) }),
      ],
      NOW,
    )
    expect(order.map((each) => each.id)).toEqual(['late', 'soon', 'in an hour', 'no limit', 'closed late', 'closed early'])
  })

  it('are late by the house’s word or by its clock', () => {
    expect(isOverdue(card('c', { overdue: true }), NOW)).toBe(true)
    expect(isOverdue(card('c', { businessDeadlineAt: minutes(-1) }), NOW)).toBe(true)
    expect(isOverdue(card('c', { businessDeadlineAt: minutes(1) }), NOW)).toBe(false)
    expect(isOverdue(card('c', { businessDeadlineAt: minutes(-1) }), null)).toBe(false)
  })

  it('are never late once closed, nor by the clock while suspended', () => {
    expect(isOverdue(card('c', { state: 'CLOSED', overdue: true }), NOW)).toBe(false)
    expect(isOverdue(card('c', { state: 'SUSPENDED', holderDeadlineAt: minutes(-1) }), NOW)).toBe(false)
  })

  it('count the deadline that bites first', () => {
    expect(nextDeadline(card('c', { holderDeadlineAt: minutes(5), businessDeadlineAt: minutes(9) }))).toBe(NOW + 300_000)
    expect(nextDeadline(card('c', { holderDeadlineAt: minutes(9), contactDeadlineAt: minutes(5) }))).toBe(NOW + 300_000)
    expect(nextDeadline(card('c'))).toBeNull()
  })

  it('know their stage among the seven', () => {
    expect(stageIndex(card('c', { stage: 'HANDLE' }))).toBe(3)
    expect(stageIndex(card('c', { stage: 'INSPECT' }))).toBe(5)
    expect(stageIndex(card('c', { stage: 'ELSEWHERE' as CaseCard['stage'] }))).toBe(-1)
  })
})

describe('an action', () => {
  const submit = { action: 'submit', needs: ['note' as const, 'evidence' as const] }

  it('says what it still needs', () => {
    expect(missing(submit, { ...emptyDraft(), note: '  ' })).toEqual(['note', 'evidence'])
    expect(missing(submit, { ...emptyDraft(), note: 'pumped dry', evidence: ['p1'] })).toEqual([])
  })

  it('sends the version that was seen and only what was filled in', () => {
    expect(bodyOf(7, { ...emptyDraft(), note: 'done', evidence: ['p1'] })).toEqual({ version: 7, note: 'done', evidence: ['p1'] })
  })

  it('stands before those that lead back', () => {
    const order = inOrder([{ action: 'return', needs: [] }, submit])
    expect(order.map((each) => each.action)).toEqual(['submit', 'return'])
  })
})

describe('cases to merge into', () => {
  const near = (id: string, lat: number, change: object = {}) =>
    ({ id, lon: 121.4, lat, caseClass: '0506', state: 'REPORTED', ...change }) as unknown as CaseCard

  it('are open ones of the same class first, then the nearest, never the case itself', () => {
    const mine = near('mine', 31.1)
    const others = [near('far', 31.11), near('other', 31.1001, { caseClass: '0503' }), near('close', 31.101), near('over', 31.1, { state: 'MERGED' }), mine]
    expect(nearest(mine, others).map((each) => [each.card.id, each.metres])).toEqual([['close', 111], ['far', 1113], ['other', 11]])
  })
})

describe('sharing a case', () => {
  const share = { action: 'share', needs: ['organisations', 'policy'] as const }

  it('asks how many only where so many are awaited', () => {
    const draft = { ...emptyDraft(), organisations: ['D-ROADS'], policy: 'ALL' as const }
    expect(missing({ ...share, needs: [...share.needs] }, draft)).toEqual([])
    expect(missing({ ...share, needs: [...share.needs] }, { ...draft, policy: 'N_OF_M' })).toEqual(['needed'])
  })

  it('says no as well as yes', () => {
    expect(bodyOf(7, { ...emptyDraft(), note: 'wet', resolved: false })).toEqual({ version: 7, note: 'wet', resolved: false })
  })
})

describe('the stages of a case', () => {
  it('are passed up to where it is', () => {
    expect(stagesOf(card('a', { state: 'HANDLING', stage: 'HANDLE' }))).toEqual({ done: 3, here: 3 })
  })

  it('are passed up to the evaluation once it was closed', () => {
    expect(stagesOf(card('a', { state: 'CLOSED', stage: 'INSPECT' }))).toEqual({ done: 6, here: null })
  })

  it('end where it was merged, or not filed: nothing after that was passed', () => {
    for (const state of ['MERGED', 'NOT_FILED'] as const) expect(stagesOf(card('a', { state, stage: 'FILE' }))).toEqual({ done: 1, here: 1 })
  })
})

describe('first contact', () => {
  const due = (at: string | null) => ({ dueAt: minutes(30), at, by: at && 'u-1', missedAt: null })

  it('is due, late, made, made late or never made; of nobody who asked it says nothing', () => {
    const open = card('a')
    const closed = card('a', { state: 'CLOSED' })
    expect(contactOf(due(null), open, NOW)).toBe('due')
    expect(contactOf(due(null), open, NOW + 31 * 60_000)).toBe('late')
    expect(contactOf(due(minutes(30)), closed, NOW)).toBe('made')
    expect(contactOf(due(minutes(31)), open, NOW)).toBe('madeLate')
    expect(contactOf(due(null), closed, NOW)).toBe('never')
    expect(contactOf(null, open, NOW)).toBeNull()
  })

  it('is nothing to blame a case for that goes on in another, or was not filed', () => {
    for (const state of ['MERGED', 'NOT_FILED'] as const) expect(contactOf(due(null), card('a', { state }), NOW)).toBeNull()
  })
})

describe('effort', () => {
  it('is told by whoever hands work in, and by nobody else', () => {
    expect(['submit', 'part-done', 'self-handle'].every(tellsEffort)).toBe(true)
    expect(['return', 'confirm', 'close', 'contact'].some(tellsEffort)).toBe(false)
  })

  it('is sent where it was said, zero included, and left out where not', () => {
    expect(bodyOf(3, { ...emptyDraft(), crewHours: 0, kilometres: null })).toEqual({ version: 3, crewHours: 0 })
  })
})

import { describe, expect, it } from 'vitest'
import type { CaseCard } from '@/lib/wire'
import { commonOf, emptyDraft, found, isTask, lacking, nextKind, partsOf, stepOf, tasksOf, usedAgain, type Here, type Shot, type Worker } from './model'

const here: Here = { lon: 121.41, lat: 31.08, accuracy: 10, at: 0 }
const inspector: Worker = { id: 'cheng', name: '', nameEn: '', roles: ['INSPECTOR'], organisation: 'T310112101', town: '310112101' }
const handler: Worker = { ...inspector, id: 'wang', roles: ['HANDLER'] }
const card = (id: string, state: string, change: object = {}) =>
  ({ id, state, lon: 121.41, lat: 31.08, overdue: false, openedAt: id, holder: { organisation: 'T310112101', person: null }, ...change }) as unknown as CaseCard
const shot: Shot = { id: 's', kind: null, type: 'image/jpeg', bytes: new ArrayBuffer(1), at: 0 }

describe('tasks', () => {
  it('are the nearest first, and say how far', () => {
    const cards = [card('far', 'PENDING_INSPECTION', { lat: 31.12 }), card('near', 'PENDING_VERIFICATION', { lat: 31.0805 })]
    const tasks = tasksOf(cards, inspector, here)
    expect(tasks.map((task) => task.card.id)).toEqual(['near', 'far'])
    expect(tasks[0]!.metres).toBeCloseTo(56, 0)
  })

  it('are the late ones first while nobody knows where we are', () => {
    const cards = [card('a', 'PENDING_INSPECTION'), card('b', 'PENDING_INSPECTION', { overdue: true })]
    expect(tasksOf(cards, inspector, null).map((task) => [task.card.id, task.metres])).toEqual([['b', null], ['a', null]])
  })

  it('say which were given to this very person', () => {
    const cards = [card('mine', 'PENDING_INSPECTION', { holder: { organisation: 'T310112101', person: 'cheng' } }), card('any', 'PENDING_INSPECTION')]
    expect(tasksOf(cards, inspector, here).map((task) => [task.card.id, task.given])).toEqual([['mine', true], ['any', false]])
  })

  it('are to look at for inspectors and to handle for those who hold it', () => {
    expect(isTask(card('a', 'PENDING_VERIFICATION'), inspector)).toBe(true)
    expect(isTask(card('a', 'PENDING_VERIFICATION', { holder: { organisation: 'T310112101', person: 'li' } }), inspector)).toBe(false)
    expect(isTask(card('a', 'PENDING_INSPECTION', { holder: { organisation: 'T310112101', person: 'cheng' } }), inspector)).toBe(true)
    expect(isTask(card('a', 'HANDLING'), inspector)).toBe(false)
    expect(isTask(card('a', 'HANDLING'), handler)).toBe(true)
    expect(isTask(card('a', 'HANDLING', { holder: { organisation: 'D-DRAINAGE', person: null } }), handler)).toBe(false)
    expect(isTask(card('a', 'HANDLING', { holder: { organisation: 'D-DRAINAGE', person: 'wang' } }), handler)).toBe(true)
    expect(isTask(card('a', 'CLOSED'), handler)).toBe(false)
  })
})

describe('three taps', () => {
  it('are photo, class, send', () => {
    const empty = emptyDraft()
    const shown = { ...empty, photos: [shot] }
    const whole = { ...shown, caseClass: '0506' }
    expect([empty, shown, whole].map(stepOf)).toEqual(['photo', 'class', 'send'])
    expect([empty, shown, whole].map((draft) => lacking(draft, here))).toEqual(['photo', 'class', null])
    expect(lacking(whole, null)).toBe('place')
  })

  it('go back when the photo is taken away', () => {
    expect(stepOf({ ...emptyDraft(), caseClass: '0506' })).toBe('photo')
  })

  it('let a photo say what it shows by tapping it', () => {
    expect(['FAR', 'NEAR', 'REFERENCE', null]).toEqual([nextKind(null), nextKind('FAR'), nextKind('NEAR'), nextKind('REFERENCE')])
    expect(nextKind(null, true)).toBe('BEFORE')
  })
})

describe('parts of the city', () => {
  it('are offered where they are of the class that is reported, the nearest few', () => {
    const near = ['P0104', 'P0103', 'P0103', 'P0103'].map((caseClass, metres) => ({ caseClass, metres }))
    expect(partsOf(near, 'P0103', 2).map((each) => each.metres)).toEqual([1, 2])
    expect(partsOf(near, '', 2)).toEqual([])
  })
})

describe('classes', () => {
  const classes = ['0101', '0102', '0103', '0506'].map((code) => ({ code, name: `类${code}`, nameEn: `Class ${code}` }))

  it('are few: those used last, then the first', () => {
    expect(commonOf(classes, ['0506', '9999'], 3).map((each) => each.code)).toEqual(['0506', '0101', '0102'])
  })

  it('are found by name, in either language, or code', () => {
    expect(found(classes, 'class 0103').map((each) => each.code)).toEqual(['0103'])
    expect(found(classes, '类0506').map((each) => each.code)).toEqual(['0506'])
  })

  it('come to the front when used again', () => {
    expect(usedAgain(['0101', '0506'], '0506', 2)).toEqual(['0506', '0101'])
    expect(usedAgain(['0101', '0506'], '0102', 2)).toEqual(['0102', '0101'])
  })
})

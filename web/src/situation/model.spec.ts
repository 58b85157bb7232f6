import { describe, expect, it } from 'vitest'
import type { CaseCard, Sensor, Warning } from '@/lib/wire'
import { apply, fromSnapshot, gradeByTown, isUnknown, linkState, valueWords, type Situation } from './model'

const sensor = (stream: number, value: number | null, state: Sensor['state'] = 'OK') => ({ stream, value, state }) as Sensor
const card = (id: string, version: number) => ({ id, version }) as CaseCard
const warning = (id: string, grade: Warning['grade'], town = 't', state: Warning['state'] = 'STANDING') =>
  ({ id, grade, state, identity: { scenario: 'flood', danger: 'rainstorm', town } }) as Warning

function situation(): Situation {
  return fromSnapshot({
    at: '2026-06-17T00:00:00Z',
    last: 100,
    lag: 0,
    district: { code: '310112' } as Situation['district'],
    crowd: { sensors: 2, unknown: 0, gathered: false },
    sensors: [sensor(1, 2)],
    warnings: [warning('w1', 'BLUE'), warning('gone', 'RED', 't', 'LIFTED')],
    cases: [card('c1', 3)],
  })
}

describe('the situation', () => {
  it('shows only warnings that stand', () => {
    expect([...situation().warnings.keys()]).toEqual(['w1'])
  })

  it('takes a sensor’s new value without touching the old picture', () => {
    const before = situation()
    const after = apply(before, { kind: 'sensors', number: 101, data: [sensor(1, 9), sensor(2, 4)] })
    expect(after.sensors.get(1)?.value).toBe(9)
    expect(after.sensors.size).toBe(2)
    expect(before.sensors.get(1)?.value).toBe(2)
    expect(after.last).toBe(101)
  })

  it('lets a sensor of a crowd go when its grade is over, for nobody will tell when it grows old', () => {
    const crowd = apply(situation(), { kind: 'crowd', number: 100, data: { sensors: 100_000, unknown: 7, gathered: true } })
    const graded = { ...sensor(2, 4), grade: 'RED' } as Sensor
    const raised = apply(crowd, { kind: 'sensors', number: 101, data: [graded] })
    expect(raised.sensors.has(2)).toBe(true)
    const over = apply(raised, { kind: 'sensors', number: 102, data: [{ ...graded, grade: null }] })
    expect(over.sensors.has(2)).toBe(false)
    expect(over.crowd.unknown).toBe(7)
  })

  it('takes down a warning that was lifted', () => {
    const after = apply(situation(), { kind: 'warning', number: 101, data: warning('w1', 'BLUE', 't', 'LIFTED') })
    expect(after.warnings.size).toBe(0)
  })

  it('ignores what the snapshot knew already', () => {
    const before = situation()
    expect(apply(before, { kind: 'warning', number: 99, data: warning('w2', 'RED') })).toBe(before)
  })

  it('never goes back to an older version of a case', () => {
    const after = apply(situation(), { kind: 'case', number: 101, data: card('c1', 2) })
    expect(after.cases.get('c1')?.version).toBe(3)
    expect(apply(after, { kind: 'case', number: 102, data: card('c1', 4) }).cases.get('c1')?.version).toBe(4)
  })

  it('takes an event without a number, and keeps its place', () => {
    const after = apply(situation(), { kind: 'case', number: NaN, data: card('c2', 1) })
    expect(after.cases.size).toBe(2)
    expect(after.last).toBe(100)
  })

  it('tints a town by its gravest warning', () => {
    const grades = gradeByTown([warning('a', 'YELLOW'), warning('b', 'RED'), warning('c', 'BLUE'), warning('d', 'BLUE', 'u')])
    expect(grades).toEqual(new Map([['t', 'RED'], ['u', 'BLUE']]))
  })
})

describe('trust in the screen', () => {
  it('is lost by silence, not by colour', () => {
    expect(linkState(true, null)).toBe('connecting')
    expect(linkState(true, 4_000)).toBe('live')
    expect(linkState(false, 4_000)).toBe('late')
    expect(linkState(true, 13_000)).toBe('late')
    expect(linkState(true, 31_000)).toBe('lost')
  })

  it('never shows a value as known when the line is lost', () => {
    expect(isUnknown(sensor(1, 5), 'live')).toBe(false)
    expect(isUnknown(sensor(1, 5), 'lost')).toBe(true)
    expect(isUnknown(sensor(1, 5, 'UNKNOWN'), 'live')).toBe(true)
    expect(isUnknown(sensor(1, null), 'live')).toBe(true)
  })
})

describe('values', () => {
  it('carry no more digits than their unit deserves', () => {
    expect(valueWords(3.456, 'm')).toBe('3.46')
    expect(valueWords(61.64, 'mm')).toBe('61.6')
    expect(valueWords(226.4, 'mm')).toBe('226')
  })
})

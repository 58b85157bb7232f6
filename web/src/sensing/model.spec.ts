import { describe, expect, it } from 'vitest'
import type { Flagging, Point, RuleCard } from './api'
import { durationMillis, flagged, linesOf, reach, readStream, withGaps, worst } from './model'

const flag = (phenomenonAt: string, of: string): Flagging => ({ phenomenonAt, flag: of, rule: 'plausible', at: phenomenonAt })
const point = (at: string, value: number, min = value, max = value): Point => ({ at, value, min, max, count: 1 })

describe('the worst of a cluster', () => {
  it('is offline before all else, and never reported comes before online', () => {
    expect(worst({ ONLINE: 90, OFFLINE: 1 })).toBe('OFFLINE')
    expect(worst({ ONLINE: 90, NEVER: 1 })).toBe('NEVER')
    expect(worst({ ONLINE: 90 })).toBe('ONLINE')
  })
})

describe('flagged points', () => {
  it('are found by time, however it is written, with all that is said of them', () => {
    const points = [point('2026-11-22T04:00:00.000Z', 130), point('2026-11-22T05:00:00Z', 1)]
    expect(flagged(points, [flag('2026-11-22T04:00:00Z', 'spike'), flag('2026-11-22T12:00:00+08:00', 'out_of_range')])).toEqual([
      { at: '2026-11-22T04:00:00.000Z', value: 130, flags: ['spike', 'out_of_range'], count: 1 },
    ])
  })

  it('belong to the hour that holds them when a point stands for an hour', () => {
    const points = [point('2026-11-22T04:00:00Z', 3), point('2026-11-22T05:00:00Z', 1)]
    const flags = [flag('2026-11-22T03:59:00Z', 'drift'), flag('2026-11-22T04:05:00Z', 'stuck'), flag('2026-11-22T04:10:00Z', 'stuck')]
    expect(flagged(points, flags)).toEqual([{ at: '2026-11-22T04:00:00Z', value: 3, flags: ['stuck'], count: 2 }])
  })
})

describe('the line of a series', () => {
  it('breaks where nothing came for longer than usual', () => {
    const points = ['04:00', '04:05', '04:10', '05:00'].map((at, i) => point(`2026-11-22T${at}:00Z`, i))
    expect(withGaps(points, 300_000, (each) => each.value).map(([, value]) => value)).toEqual([0, 1, 2, null, 3])
    expect(withGaps(points, 3_600_000, (each) => each.value).map(([, value]) => value)).toEqual([0, 1, 2, 3])
  })
})

describe('limits', () => {
  const rule = (id: string, direct: boolean, values: number[]) =>
    ({ id, measures: direct ? 'VALUE' : 'DERIVED', limits: values.map((value) => ({ grade: 'RED', value })) }) as RuleCard

  it('are drawn of rules that weigh single values only', () => {
    expect(linesOf([rule('depth', true, [25]), rule('rain-1h', false, [35, 50])])).toEqual([{ grade: 'RED', value: 25 }])
  })

  it('widen the axis as long as the values stay legible', () => {
    const points = [point('2026-11-22T04:00:00Z', 10), point('2026-11-22T04:05:00Z', 12)]
    expect(reach(points, [15, 400])).toEqual({ min: 10, max: 15 })
    expect(reach(points, [400, 900])).toEqual({ min: 10, max: 400 })
    expect(reach([], [15])).toEqual({})
  })
})

describe('what the address and the platform write', () => {
  it('is read back: a stream with its span, a duration', () => {
    expect(readStream('12/week')).toEqual({ stream: 12, span: 'week' })
    expect(readStream('12/century')).toEqual({ stream: 12, span: 'day' })
    expect([durationMillis('PT5M'), durationMillis('PT1H30M'), durationMillis('PT0.5S'), durationMillis('P1DT1H')]).toEqual([300_000, 5_400_000, 500, 90_000_000])
  })
})

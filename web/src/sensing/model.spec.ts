import { describe, expect, it } from 'vitest'
import type { Flagging } from './api'
import { flagged, worst } from './model'

const flag = (phenomenonAt: string, of: string): Flagging => ({ phenomenonAt, flag: of, rule: 'plausible', at: phenomenonAt })

describe('the worst of a cluster', () => {
  it('is offline before all else, and never reported comes before online', () => {
    expect(worst({ ONLINE: 90, OFFLINE: 1 })).toBe('OFFLINE')
    expect(worst({ ONLINE: 90, NEVER: 1 })).toBe('NEVER')
    expect(worst({ ONLINE: 90 })).toBe('ONLINE')
  })
})

describe('flagged points', () => {
  it('are found by time, however it is written, with all that is said of them', () => {
    const series: [string, number][] = [['2026-11-22T04:00:00.000Z', 130], ['2026-11-22T05:00:00Z', 1]]
    expect(flagged(series, [flag('2026-11-22T04:00:00Z', 'spike'), flag('2026-11-22T12:00:00+08:00', 'out_of_range')])).toEqual([
      { at: '2026-11-22T04:00:00.000Z', value: 130, flags: ['spike', 'out_of_range'] },
    ])
  })
})

import { describe, expect, it } from 'vitest'
import type { Dial } from './api'
import { drawn } from './face'

const at = (time: string) => `2026-11-23T${time}:00Z`
const dial = (more: Partial<Dial> = {}): Dial => ({
  pace: 'WORKING',
  startedAt: at('00:00'),
  dueAt: at('08:00'),
  allowedSeconds: 6 * 3600,
  pausedAt: null,
  sessions: [
    { from: at('00:00'), to: at('04:00') },
    { from: at('06:00'), to: at('08:00') },
  ],
  pauses: [],
  ...more,
})

describe('a clock against the working calendar', () => {
  it('shows what counted, what will count, and nothing between the sessions', () => {
    const shown = drawn(dial(), Date.parse(at('02:00')))
    expect(shown.counted).toEqual([{ from: 0, width: 0.25 }])
    expect(shown.ahead).toEqual([
      { from: 0.25, width: 0.25 },
      { from: 0.75, width: 0.25 },
    ])
    expect(shown.now).toBe(0.25)
    expect(shown.late).toBe(false)
  })
  it('grows beyond the deadline when it is late', () => {
    const shown = drawn(dial({ sessions: [{ from: at('00:00'), to: at('16:00') }] }), Date.parse(at('16:00')))
    expect(shown.due).toBe(0.5)
    expect(shown.late).toBe(true)
    expect(shown.ahead).toEqual([])
  })
  it('stands where it was paused, and says why', () => {
    const pause = { from: at('01:00'), to: null, reason: 'casework.Suspended', note: 'frost' }
    const shown = drawn(dial({ pausedAt: at('01:00'), pauses: [pause] }), Date.parse(at('02:00')))
    expect(shown.counted).toEqual([{ from: 0, width: 0.125 }])
    expect(shown.pauses[0]).toMatchObject({ from: 0.125, width: 0.125, reason: 'Suspended', note: 'frost', toAt: null })
  })
})

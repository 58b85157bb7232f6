import { describe, expect, it } from 'vitest'
import { CARRY_ON_MILLIS, firstTick, nextTick, timeOf, usedShare } from './clock'

describe('the house clock', () => {
  it('learns from two ticks that a demo runs sixty times as fast', () => {
    const clock = nextTick(firstTick(0, 1_000), 300_000, 6_000)
    expect(clock.rate).toBe(60)
    expect(timeOf(clock, 7_000)).toBe(360_000)
  })

  it('stands still when no tick comes any more', () => {
    const clock = nextTick(firstTick(0, 0), 5_000, 5_000)
    expect(timeOf(clock, 5_000 + 10 * CARRY_ON_MILLIS)).toBe(5_000 + CARRY_ON_MILLIS)
  })

  it('keeps its rate when ticks arrive in one gulp', () => {
    const clock = nextTick(firstTick(0, 0), 5_000, 5_000)
    expect(nextTick(clock, 10_000, 5_010).rate).toBe(1)
  })

  it('keeps its rate when the house sets its clock back', () => {
    const clock = nextTick(firstTick(100_000, 0), 105_000, 5_000)
    const back = nextTick(clock, 50_000, 10_000)
    expect(back.rate).toBe(1)
    expect(timeOf(back, 10_000)).toBe(50_000)
  })
})

describe('a limit', () => {
  it('is used up between its two ends', () => {
    expect(usedShare(0, 100, 25)).toBe(0.25)
    expect(usedShare(0, 100, 500)).toBe(1)
    expect(usedShare(0, null, 5)).toBeNull()
    expect(usedShare(0, 100, null)).toBeNull()
  })
})

/**
 * The house's clock. The platform tells its time every few seconds and may run faster than the wall (a demo plays at
 * ×60), so between two ticks the console carries on at the rate it has seen, and never asks the browser for the date.
 */
export interface HouseClock {
  /** House time of the last tick, in milliseconds. */
  at: number
  /** Monotonic browser time when it was heard. */
  heardAt: number
  /** House milliseconds per browser millisecond. */
  rate: number
}

/** Without a new tick the clock stands still after this long: better an old time than an invented one. */
export const CARRY_ON_MILLIS = 12_000
const FASTEST = 5_000

export function firstTick(at: number, heardAt: number): HouseClock {
  return { at, heardAt, rate: 1 }
}

export function nextTick(clock: HouseClock, at: number, heardAt: number): HouseClock {
  const heard = heardAt - clock.heardAt
  const passed = at - clock.at
  // Ticks that arrive in one gulp after a hiccup say nothing about the rate.
  const tellsRate = heard > 1_500 && passed >= 0
  const seen = Math.min(passed / heard, FASTEST)
  // The line trembles by some milliseconds: a small change is taken slowly, a change of speed at once.
  const trembles = Math.abs(seen - clock.rate) < clock.rate / 10
  const rate = !tellsRate ? clock.rate : trembles ? clock.rate * 0.8 + seen * 0.2 : seen
  return { at, heardAt, rate }
}

export function timeOf(clock: HouseClock, monotonicNow: number): number {
  const since = Math.max(0, Math.min(monotonicNow - clock.heardAt, CARRY_ON_MILLIS))
  return clock.at + since * clock.rate
}

/** How much of a limit is used up, 0 to 1; null when there is no limit. */
export function usedShare(from: number | null, deadline: number | null, now: number | null): number | null {
  if (from === null || deadline === null || now === null || deadline <= from) return null
  return Math.min(1, Math.max(0, (now - from) / (deadline - from)))
}

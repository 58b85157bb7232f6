import type { Flagging, Health, RuleCard } from './api'

/** Health as icon and colour; the word is always beside it. */
export const HEALTH = ['OFFLINE', 'PARTIAL', 'NEVER', 'ONLINE'] as const satisfies readonly Health[]

export function healthIcon(health: Health) {
  return ({ ONLINE: 'check', PARTIAL: 'alert', OFFLINE: 'broken', NEVER: 'unknown' } as const)[health]
}

/** The worst that a cluster holds gives it its look. */
export function worst(health: Partial<Record<Health, number>>): Health {
  return HEALTH.find((each) => (health[each] ?? 0) > 0) ?? 'NEVER'
}

/** Limits of rules that compare the value itself; what a sum is held against is no line in a chart of values. */
export function linesOf(rules: readonly RuleCard[], property: string): { grade: string; value: number }[] {
  return rules
    .filter((rule) => rule.property === property && rule.limits.length > 0 && !/[0-9]h$/.test(rule.id))
    .flatMap((rule) => rule.limits.map((limit) => ({ grade: limit.grade, value: limit.value })))
}

/** Flagged points of a series, each with all that is said of it. */
export function flagged(series: readonly [string, number][], flags: readonly Flagging[]): { at: string; value: number; flags: string[] }[] {
  const said = new Map<number, string[]>()
  for (const each of flags) {
    const at = Date.parse(each.phenomenonAt)
    said.set(at, [...(said.get(at) ?? []), each.flag])
  }
  return series.flatMap(([at, value]) => {
    const found = said.get(Date.parse(at))
    return found ? [{ at, value, flags: found }] : []
  })
}

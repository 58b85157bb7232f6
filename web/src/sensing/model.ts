import type { Books, Flagging, Health, Issued, Point, Series, RuleCard } from './api'

/** Health as icon and colour; the word is always beside it. */
export const HEALTH = ['OFFLINE', 'PARTIAL', 'NEVER', 'ONLINE'] as const satisfies readonly Health[]

export function healthIcon(health: Health) {
  return ({ ONLINE: 'check', PARTIAL: 'alert', OFFLINE: 'broken', NEVER: 'unknown' } as const)[health]
}

/** The worst that a cluster holds gives it its look. */
export function worst(health: Partial<Record<Health, number>>): Health {
  return HEALTH.find((each) => (health[each] ?? 0) > 0) ?? 'NEVER'
}

export const SPANS = { day: 86_400_000, week: 7 * 86_400_000, month: 31 * 86_400_000, year: 366 * 86_400_000 } as const
export type Span = keyof typeof SPANS

/** A stream and the span of it that is shown, as the address writes them: 12/week. */
export function readStream(id: string): { stream: number; span: Span } {
  const [stream, span] = id.split('/')
  return { stream: Number(stream), span: span !== undefined && span in SPANS ? (span as Span) : 'day' }
}

/** ISO 8601 durations as the platform writes them: PT5M, PT1H30M, PT0.045S. */
export function durationMillis(text: string): number {
  const found = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:([\d.]+)S)?)?$/.exec(text)
  const [days, hours, minutes, seconds] = (found?.slice(1) ?? []).map((part) => Number(part ?? 0))
  return (((days ?? 0) * 24 + (hours ?? 0)) * 60 + (minutes ?? 0)) * 60_000 + (seconds ?? 0) * 1_000
}

/** Limits that hold for single values; what a sum is held against is no line in a chart of values. */
export function linesOf(rules: readonly RuleCard[]): { grade: string; value: number }[] {
  return rules.filter(({ measures }) => measures === 'VALUE').flatMap(({ limits }) => limits.map(({ grade, value }) => ({ grade, value })))
}

/** How far the axis reaches: all limits that leave the values legible, and always the one that is nearest to them. */
export function reach(points: readonly Point[], limits: readonly number[]): { min?: number; max?: number } {
  if (!points.length || !limits.length) return {}
  const low = Math.min(...points.map((each) => each.min))
  const high = Math.max(...points.map((each) => each.max))
  const room = Math.max(high - low, Math.abs(high) / 10, 1e-9) * 4
  const nearest = [...limits].toSorted((a, b) => Math.abs(a - high) - Math.abs(b - high))[0]!
  const shown = [nearest, ...limits.filter((each) => each >= low - room && each <= high + room)]
  return { min: Math.min(low, ...shown), max: Math.max(high, ...shown) }
}

/** Whether points stand for several observations, so that they have a range: hours, days, and thinned ones too. */
export const gathers = (series: Pick<Series, 'points'>): boolean => series.points.some(({ count }) => count > 1)

type Cell = [at: number, value: number | null]

/** The points as a line that breaks where nothing came: a gap is unknown, not a straight way across. */
export function withGaps(points: readonly Point[], intervalMillis: number, of: (point: Point) => number): Cell[] {
  const times = points.map((each) => Date.parse(each.at))
  const steps = times.slice(1).map((at, i) => at - times[i]!).toSorted((a, b) => a - b)
  const usual = Math.max(intervalMillis, steps[Math.floor(steps.length / 2)] ?? 0)
  return points.flatMap((point, i): Cell[] => {
    const at = times[i]!
    const before = times[i - 1]
    const cell: Cell = [at, of(point)]
    return before !== undefined && at - before > 2.5 * usual ? [[before + usual, null], cell] : [cell]
  })
}

export interface Flagged {
  at: string
  value: number
  flags: string[]
  /** How many observations of this point are flagged: one, unless the point stands for an hour or a day. */
  count: number
}

/** Flagged points of a series, each with all that is said of it; a flag belongs to the last point that is not after it. */
export function flagged(points: readonly Point[], flags: readonly Flagging[]): Flagged[] {
  const times = points.map((each) => Date.parse(each.at))
  const found = new Map<number, { flags: Set<string>; of: Set<number> }>()
  for (const each of flags) {
    const at = Date.parse(each.phenomenonAt)
    const index = lastUpTo(times, at)
    if (index < 0) continue
    const said = found.get(index) ?? { flags: new Set<string>(), of: new Set<number>() }
    found.set(index, { flags: said.flags.add(each.flag), of: said.of.add(at) })
  }
  return [...found].toSorted(([a], [b]) => a - b).map(([index, said]) => {
    const { at, value } = points[index]!
    return { at, value, flags: [...said.flags], count: said.of.size }
  })
}

function lastUpTo(times: readonly number[], at: number): number {
  let low = 0
  let high = times.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (times[middle]! <= at) low = middle + 1
    else high = middle
  }
  return low - 1
}

/** New tokens as a table to be saved: a code may hold a comma, a token never. */
export function tokenTable(issued: readonly Issued[]): string {
  return ['thing,token', ...issued.map(({ credential, token }) => `"${credential.thing.replaceAll('"', '""')}",${token}`)].join('\n') + '\n'
}

export type Account = Books['accounts'][number]

export const rejectedOf = (account: Account): number => Object.values(account.rejected).reduce((sum, n) => sum + n, 0)

/** received = stored + rejected + waiting: what is missing from that, which must be nothing. */
export const missing = (account: Account): number => account.received - account.stored - rejectedOf(account) - account.waiting

/** The sums of all sources, as one account more. */
export function total(accounts: readonly Account[]): { received: number; stored: number; rejected: number; waiting: number } {
  return accounts.reduce(
    (sum, each) => ({
      received: sum.received + each.received,
      stored: sum.stored + each.stored,
      rejected: sum.rejected + rejectedOf(each),
      waiting: sum.waiting + each.waiting,
    }),
    { received: 0, stored: 0, rejected: 0, waiting: 0 },
  )
}

import { millisOf } from '@/lib/time'
import type { Dial } from './api'

/** A stretch of a clock on a field from 0 to 1. */
export interface Bar {
  from: number
  width: number
}

export interface Drawn {
  /** Time that counted. */
  counted: Bar[]
  /** Time that will count. */
  ahead: Bar[]
  pauses: (Bar & { reason: string; note: string | null; fromAt: number; toAt: number | null })[]
  due: number
  now: number | null
  late: boolean
}

/** Lays a clock out from its start to its deadline, or to now where that is later. */
export function drawn(dial: Dial, nowAt: number): Drawn {
  const start = millisOf(dial.startedAt)!
  const due = millisOf(dial.dueAt)!
  const stands = millisOf(dial.pausedAt)
  const upTo = stands ?? nowAt
  const end = Math.max(due, nowAt, start + 1)
  const place = (at: number) => Math.max(0, Math.min(1, (at - start) / (end - start)))
  const bar = (from: number, to: number): Bar => ({ from: place(from), width: Math.max(0, place(to) - place(from)) })
  const sessions = dial.sessions.map((each) => [millisOf(each.from)!, millisOf(each.to)!] as const)
  const fits = (each: Bar) => each.width > 0
  return {
    counted: sessions.map(([from, to]) => bar(from, Math.min(to, upTo))).filter(fits),
    ahead: sessions.map(([from, to]) => bar(Math.max(from, upTo), Math.min(to, due))).filter(fits),
    pauses: dial.pauses.map((each) => {
      const from = millisOf(each.from)!
      const to = millisOf(each.to)
      return { ...bar(from, to ?? nowAt), reason: each.reason.slice(each.reason.lastIndexOf('.') + 1), note: each.note ?? null, fromAt: from, toAt: to }
    }),
    due: place(due),
    now: nowAt >= start ? place(nowAt) : null,
    late: upTo > due,
  }
}

import type { Subject } from './api'

/** What is looked at: the address (#/evaluation?subject=TOWN&from=…&to=…) says it all, copied to a colleague it opens the same. */
export interface Asked {
  subject: Subject
  /** Days of the district; null for the month that the house is in. */
  from: string | null
  /** The first day outside. */
  to: string | null
  of: string | null
  /** The figure whose rows are open. */
  code: string | null
  /** Whose, where many stand side by side. */
  member: string | null
  print: boolean
}

export const SUBJECTS: readonly Subject[] = ['DISTRICT', 'TOWN', 'GRID', 'DEPARTMENT', 'POST', 'PERSON']
const DAY = /^\d{4}-\d{2}-\d{2}$/

export function readAsked(hash: string, usual: Subject = 'TOWN'): Asked {
  const query = new URLSearchParams(hash.split('?')[1] ?? '')
  const subject = SUBJECTS.find((each) => each === query.get('subject')) ?? usual
  const day = (name: string) => (DAY.test(query.get(name) ?? '') ? query.get(name) : null)
  return {
    subject,
    from: day('from'),
    to: day('to'),
    of: query.get('of') || null,
    code: query.get('code') || null,
    member: query.get('member') || null,
    print: /^#\/evaluation\/report/.test(hash),
  }
}

export function writeAsked(asked: Asked): string {
  return `#/evaluation${asked.print ? '/report' : ''}?${questionOf(asked, { code: asked.code, member: asked.member })}`
}

/** The question as the platform reads it. */
export function questionOf(asked: Pick<Asked, 'subject' | 'from' | 'to' | 'of'>, more: Record<string, string | null> = {}): string {
  const query = new URLSearchParams({ subject: asked.subject })
  for (const [name, value] of Object.entries({ from: asked.from, to: asked.to, of: asked.of, ...more })) {
    if (value) query.set(name, value)
  }
  return query.toString()
}

const DAY_MILLIS = 86_400_000
const dayText = (millis: number) => new Date(millis).toISOString().slice(0, 10)

/** That many days later, or earlier. */
export function dayBeside(day: string, days: number): string {
  return dayText(Date.parse(`${day}T00:00:00Z`) + days * DAY_MILLIS)
}

/** The whole month so many months away from the one that this day is in; ends on the first day outside. */
export function monthBeside(day: string, months: number): { from: string; to: string } {
  const [year, month] = day.split('-').map(Number) as [number, number]
  return { from: dayText(Date.UTC(year, month - 1 + months, 1)), to: dayText(Date.UTC(year, month + months, 1)) }
}

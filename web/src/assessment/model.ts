import type { RuleCard, RuleRecord } from '@/lib/wire'

export interface RuleRow {
  card: RuleCard
  /** Newest version first. */
  records: RuleRecord[]
}

export function rowsOf(cards: readonly RuleCard[], records: readonly RuleRecord[]): RuleRow[] {
  return cards.map((card) => ({
    card,
    records: records.filter((each) => each.scenario === card.scenario && each.rule === card.id).toSorted((a, b) => b.version - a.version),
  }))
}

/** Whether the version in force advises only. */
export const isAdvisory = (row: RuleRow): boolean => row.records.some((each) => each.version === row.card.version && each.advisory)

export const percent = (share: number): string => `${(share * 100).toFixed(1)}%`

/** A problem as the reader of rules tells it: file, line, advice. */
export function problemAt(said: string): { line: number; what: string } {
  const found = /^[^:]*:(\d+): ([\s\S]*)$/.exec(said)
  return found ? { line: Number(found[1]), what: found[2]! } : { line: 1, what: said }
}

const starts = (text: string) => [...text.matchAll(/^( *)- (?=\S)/gm)].map((found) => ({ at: found.index, indent: found[1]!.length }))

/** Where the entry of a rule stands in rules.yml: from its hyphen to the next of the same depth. */
function placeOf(text: string, id: string): { from: number; to: number; indent: number } | null {
  const all = starts(text)
  const indent = Math.min(...all.map((each) => each.indent))
  const entries = all.filter((each) => each.indent === indent)
  const index = entries.findIndex(({ at }, i) => {
    const entry = text.slice(at, entries[i + 1]?.at ?? text.length)
    return new RegExp(`\\bid:\\s*['"]?${id}['"]?\\s*(,|}|$)`, 'm').test(entry)
  })
  if (index < 0) return null
  return { from: entries[index]!.at, to: entries[index + 1]?.at ?? text.length, indent }
}

export function entryOf(text: string, id: string): string {
  const place = placeOf(text, id)
  if (!place) return ''
  const lines = text.slice(place.from, place.to).replace(/\n\s*(#.*\n?\s*)*$/, '\n').split('\n')
  return lines.map((line) => (line.startsWith(' '.repeat(place.indent)) ? line.slice(place.indent) : line)).join('\n')
}

/** The whole file with one entry replaced, or added at its end when the id is new. */
export function withEntry(text: string, id: string, entry: string): string {
  const place = placeOf(text, id)
  const indent = ' '.repeat(place?.indent ?? starts(text)[0]?.indent ?? 2)
  const trimmed = entry.trimEnd()
  const dashed = /^\s*- /.test(trimmed) ? trimmed : `- ${trimmed.replace(/\n/g, '\n  ')}`
  const set = `${dashed.split('\n').map((line) => (line ? indent + line : line)).join('\n')}\n`
  if (!place) return `${text.trimEnd()}\n${set}`
  return text.slice(0, place.from) + set + text.slice(place.to)
}

export const idOf = (entry: string): string => /\bid:\s*['"]?([a-z0-9-]+)/.exec(entry)?.[1] ?? ''

import type { TimelineEntry } from './api'

/** The event without its module, as words name it. */
export const short = (type: string): string => type.slice(type.lastIndexOf('.') + 1)

/** What a line says beside its name: a sentence of ours with what the platform noted, or the note as somebody wrote it. */
export type Said = { key: string; level?: string; from?: string; to?: string } | { text: string } | null

const TOLD: ReadonlySet<string> = new Set(['casework.Escalated', 'casework.ContactMissed'])
const HANDED = ' → '

export function saidOf(line: Pick<TimelineEntry, 'type' | 'note' | 'organisation'>): Said {
  if (!line.note) return null
  if (TOLD.has(line.type)) return { key: `said.${short(line.type)}`, level: line.note }
  const [from, to] = line.note.split(HANDED)
  if (line.type !== 'casework.Relieved' || !from || !to) return { text: line.note }
  // the post has it under the name of its organisation
  const who = to === line.organisation ? 'post' : to === from ? 'same' : 'other'
  return { key: `said.relieved.${who}`, from, to }
}

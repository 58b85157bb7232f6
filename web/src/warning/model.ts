import type { Grade, Voice, Warning } from '@/lib/wire'

const GRAVITY: readonly Grade[] = ['BLUE', 'YELLOW', 'ORANGE', 'RED']

export function gravity(grade: Grade | null): number {
  return grade === null ? -1 : GRAVITY.indexOf(grade)
}

/** Gravest first; of equals, first what nobody has acknowledged, then the newest. */
export function byUrgency(warnings: readonly Warning[]): Warning[] {
  return warnings.toSorted(
    (a, b) =>
      gravity(b.grade) - gravity(a.grade) ||
      Number(a.receipts.length > 0) - Number(b.receipts.length > 0) ||
      b.times.raisedAt.localeCompare(a.times.raisedAt),
  )
}

/** The voice that speaks for the warning: gravest first, then newest; one that cannot know comes last. */
export function voicesByGravity(voices: readonly Voice[]): Voice[] {
  return voices.toSorted((a, b) => gravity(b.grade) - gravity(a.grade) || b.at.localeCompare(a.at))
}

export function leadingVoice(warning: Warning): Voice | null {
  return voicesByGravity(warning.voices)[0] ?? null
}

/** Every gauge has eased and the quiet time runs: the danger passes unless it is raised again. */
export function isEasing(warning: Warning): boolean {
  return warning.state === 'STANDING' && warning.times.easedAt !== null
}

/** One receipt an organisation is enough. */
export function acknowledgedBy(warning: Warning, organisation: string): boolean {
  return warning.receipts.some((receipt) => receipt.organisation === organisation)
}

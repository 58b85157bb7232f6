import type { CaseCard, District, Grade, Sensor, Warning } from '@/lib/wire'
import type { Crowd, Snapshot } from './api'

export { valueWords } from '@/lib/values'

/** What the district looks like now, put together from one snapshot and the stream after it. */
export interface Situation {
  last: number
  lag: number
  district: District
  crowd: Crowd
  sensors: ReadonlyMap<number, Sensor>
  warnings: ReadonlyMap<string, Warning>
  cases: ReadonlyMap<string, CaseCard>
}

export type Happening =
  | { kind: 'sensors'; number: number; data: Sensor[] }
  | { kind: 'crowd'; number: number; data: Crowd }
  | { kind: 'warning'; number: number; data: Warning }
  | { kind: 'case'; number: number; data: CaseCard }

export function fromSnapshot(snapshot: Snapshot): Situation {
  return {
    last: snapshot.last,
    lag: snapshot.lag,
    district: snapshot.district,
    crowd: snapshot.crowd,
    sensors: new Map(snapshot.sensors.map((sensor) => [sensor.stream, sensor])),
    warnings: new Map(snapshot.warnings.filter(stands).map((warning) => [warning.id, warning])),
    cases: new Map(snapshot.cases.map((card) => [card.id, card])),
  }
}

/** What happened, put on top; what the snapshot knew already changes nothing. */
export function apply(situation: Situation, event: Happening): Situation {
  if (event.number < situation.last) return situation
  const last = Number.isFinite(event.number) ? event.number : situation.last
  switch (event.kind) {
    case 'sensors':
      return { ...situation, last, sensors: withSensors(situation, event.data) }
    case 'crowd':
      return { ...situation, last, crowd: event.data }
    case 'warning':
      return { ...situation, last, warnings: withWarning(situation.warnings, event.data) }
    case 'case':
      return { ...situation, last, cases: withCase(situation.cases, event.data) }
  }
}

/** In a crowd nothing more is heard of a sensor whose grade is over: rather none than an old one. */
function withSensors({ sensors, crowd }: Situation, changed: Sensor[]): Situation['sensors'] {
  const next = new Map(sensors)
  for (const sensor of changed) {
    if (crowd.gathered && sensor.grade === null) next.delete(sensor.stream)
    else next.set(sensor.stream, sensor)
  }
  return next
}

function withWarning(warnings: Situation['warnings'], warning: Warning): Situation['warnings'] {
  const next = new Map(warnings)
  if (stands(warning)) next.set(warning.id, warning)
  else next.delete(warning.id)
  return next
}

function withCase(cases: Situation['cases'], card: CaseCard): Situation['cases'] {
  const known = cases.get(card.id)
  if (known && known.version > card.version) return cases
  return new Map(cases).set(card.id, card)
}

function stands(warning: Warning): boolean {
  return warning.state === 'STANDING'
}

const GRAVITY: readonly Grade[] = ['BLUE', 'YELLOW', 'ORANGE', 'RED']

/** The gravest grade that stands in each town: what its ground is tinted with. */
export function gradeByTown(warnings: Iterable<Warning>): Map<string, Grade> {
  const grades = new Map<string, Grade>()
  for (const { identity, grade } of warnings) {
    const known = grades.get(identity.town)
    if (!known || GRAVITY.indexOf(grade) > GRAVITY.indexOf(known)) grades.set(identity.town, grade)
  }
  return grades
}

export type LinkState = 'connecting' | 'live' | 'late' | 'lost'

export const LATE_AFTER_MILLIS = 12_000
export const LOST_AFTER_MILLIS = 30_000

/** How far the screen may be trusted, from the silence of the stream; the clock alone speaks every 5 s. */
export function linkState(open: boolean, silentMillis: number | null): LinkState {
  if (silentMillis === null) return 'connecting'
  if (silentMillis >= LOST_AFTER_MILLIS) return 'lost'
  return open && silentMillis < LATE_AFTER_MILLIS ? 'live' : 'late'
}

/** A sensor is unknown when the house says so, when it never spoke, or when the screen has lost the house. */
export function isUnknown(sensor: Sensor, link: LinkState): boolean {
  return sensor.state === 'UNKNOWN' || sensor.value === null || link === 'lost'
}

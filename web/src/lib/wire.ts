/** The platform's words that more than one feature speaks; the shapes are those of its JSON. */

export type Grade = 'BLUE' | 'YELLOW' | 'ORANGE' | 'RED'
/** ISO 8601 instant. */
export type Instant = string

export interface District {
  code: string
  name: string
  nameEn: string
  centre: [number, number]
  synthetic: boolean
  /** Template of a tile address with {x} {y} {z}, or an object that carries one; null = none configured. */
  baseMap: string | BaseMap | null
}

export interface BaseMap {
  label?: string | null
  url?: string | null
  wmts?: string | null
  key?: string | null
  enabled?: boolean
}

export interface Sensor {
  stream: number
  thing: string
  thingName: string
  property: string
  propertyName: string
  propertyNameEn: string
  unit: string
  lon: number
  lat: number
  town: string | null
  value: number | null
  at: Instant | null
  state: 'OK' | 'UNKNOWN'
  grade: Grade | null
}

export interface Voice {
  origin: { scenario: string; rule: string; version: number; danger: string }
  source: { stream: number; thing: string; property: string; town: string; grid: string; lon: number; lat: number }
  state: 'GRADED' | 'EASED' | 'UNKNOWN'
  grade: Grade | null
  measure: { value: number; unit: string; sentence: string; sentenceEn: string }
  at: Instant
}

export interface Receipt {
  by: string
  organisation: string
  at: Instant
}

export interface Warning {
  id: string
  identity: { scenario: string; danger: string; town: string }
  grade: Grade
  state: 'STANDING' | 'LIFTED'
  voices: Voice[]
  times: {
    firstObservedAt: Instant
    raisedAt: Instant
    changedAt: Instant
    easedAt: Instant | null
    liftedAt: Instant | null
  }
  receipts: Receipt[]
}

export interface CaseCard {
  id: string
  caseClass: string
  title: string
  titleEn: string
  state: string
  stage: string
  town: string
  grid: string | null
  lon: number
  lat: number
  holder: { organisation: string; person: string | null } | null
  grade: Grade | null
  businessDeadlineAt: Instant | null
  holderDeadlineAt: Instant | null
  overdue: boolean
  openedAt: Instant
  changedAt: Instant
  warning: string | null
  version: number
}

/** A named area as its GeoJSON properties tell it. */
export interface AreaName {
  code: string
  name: string
  nameEn?: string | null
}

import type { components } from './api.gen'

/** The platform's words that more than one feature speaks: good names for the shapes in its OpenAPI. */
export type Schemas = components['schemas']

/** ISO 8601 instant. */
export type Instant = string
export type Warning = Schemas['warning.Warning']
export type Voice = Schemas['warning.Warning.Voice']
export type Grade = Warning['grade']
export type Sensor = Schemas['situation.SensorView']
export type SignalCard = Schemas['assessment.verdict.SignalCard']
export type Said = NonNullable<SignalCard['verdict']>['said']
export type RuleCard = Schemas['assessment.RuleCard']
export type RuleRecord = Schemas['assessment.verdict.RuleRecord']
export type ScenarioCard = Schemas['scenario.revision.RevisionController.ScenarioCard']
export type InForce = Schemas['scenario.revision.Revisions.InForce']
export type TrialResult = Schemas['assessment.whatif.TrialResult']
export type CaseCard = Schemas['casework.CaseCard']

/** The district as the picture tells it; its centre is longitude and latitude. */
export type District = Omit<Schemas['situation.Picture.DistrictView'], 'centre'> & { centre: [number, number] }

/** A named area as its GeoJSON properties tell it; OpenAPI does not describe GeoJSON. */
export interface AreaName {
  code: string
  name: string
  nameEn?: string | null
}

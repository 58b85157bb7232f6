import { get, post, remove } from '@/lib/http'
import type { InForce, RuleCard, RuleRecord, ScenarioCard, TrialResult } from '@/lib/wire'

const rule = (scenario: string, id: string) => `/api/rules/${encodeURIComponent(scenario)}/${encodeURIComponent(id)}`
const scenario = (id: string) => `/api/scenarios/${encodeURIComponent(id)}`

export interface TrialAsked {
  scenario: string
  rule: string
  streams: number[]
  town: string | null
  from: string
  until: string
}

export const getRules = () => get<{ rules: RuleCard[] }>('/api/rules')
export const getRecords = () => get<{ records: RuleRecord[] }>('/api/rules/precision')
export const restoreRule = (of: string, id: string, version: number) => post<{ records: RuleRecord[] }>(`${rule(of, id)}/restore`, { version })
export const getScenarios = () => get<ScenarioCard[]>('/api/scenarios')
export const getInForce = (id: string) => get<InForce>(`${scenario(id)}/rules`)
export const postRevision = (id: string, version: number, rules: string) => post<{ version: number }>(`${scenario(id)}/revisions`, { version, rules })
export const postTrial = (asked: TrialAsked) => post<TrialResult>('/api/rules/try', asked)
export const cancelTrial = () => remove<void>('/api/rules/try')

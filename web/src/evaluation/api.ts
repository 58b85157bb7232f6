import { get } from '@/lib/http'
import type { Schemas } from '@/lib/wire'

/** For each latency the number of cases behind it and two percentiles in seconds, null without cases. */
export type LatencyFigures = Schemas['evaluation.LatencyFigures']
export type Sheet = Schemas['evaluation.indicator.Sheet']
export type Indicator = Schemas['evaluation.indicator.Indicator']
export type Figure = Schemas['evaluation.indicator.Sheet.Figure']
export type Line = Schemas['evaluation.indicator.Sheet.Line']
export type Drill = Schemas['evaluation.indicator.Drill']
export type Report = Schemas['evaluation.report.Report']
export type Subject = Schemas['evaluation.indicator.Question']['subject']

export const getFigures = () => get<LatencyFigures>('/api/evaluation/latencies')
export const getSheet = (question: string) => get<Sheet>(`/api/evaluation/indicators?${question}`)
export const getDrill = (code: string, question: string) => get<Drill>(`/api/evaluation/indicators/${encodeURIComponent(code)}/rows?${question}`)
export const getReport = (question: string) => get<Report>(`/api/evaluation/report?${question}`)
export const fileOf = (kind: 'xlsx' | 'pdf', question: string) => `/api/evaluation/report.${kind}?${question}`

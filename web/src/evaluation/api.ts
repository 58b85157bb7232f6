import { get } from '@/lib/http'
import type { Schemas } from '@/lib/wire'

/** For each latency the number of cases behind it and two percentiles in seconds, null without cases. */
export type LatencyFigures = Schemas['evaluation.LatencyFigures']

export const getFigures = () => get<LatencyFigures>('/api/evaluation/latencies')

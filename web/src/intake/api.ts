import { post } from '@/lib/http'
import type { Schemas } from '@/lib/wire'

export type Followed = Schemas['intake.CitizenController.Followed']
export type Step = Schemas['intake.CitizenController.Step']

/** In the body, so that no address and no log holds the digits. */
export const postFollow = (id: string, lastDigits: string) => post<Followed>('/api/citizen/request', { id, lastDigits })

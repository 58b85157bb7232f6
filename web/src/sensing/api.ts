import { get, post, postForm, Refusal } from '@/lib/http'
import type { Schemas } from '@/lib/wire'

export type DeviceList = Schemas['sensing.registry.DeviceCatalogue.Page']
export type DeviceCard = Schemas['sensing.registry.DeviceCatalogue.Card']
export type DeviceView = Schemas['sensing.registry.DeviceCatalogue.View']
export type StreamCard = Schemas['sensing.registry.DeviceCatalogue.StreamCard']
export type Rejected = Schemas['sensing.SensingController.Rejected']
export type Cluster = Schemas['sensing.registry.Clusters.Cluster']
export type Window = Schemas['sensing.quality.QualityEvent.Window']
export type Flagging = Schemas['sensing.quality.QualityFlags.Flagging']
export type RuleCard = Schemas['assessment.RuleCard']
export type Books = Schemas['sensing.SensingController.Books']
export type Health = DeviceCard['health']

/** A stream with its device; hand-written like what follows until the next types are made. */
export interface StreamView {
  device: DeviceCard['device']
  health: Health
  stream: StreamCard
}
/** `value` is the mean of `count` observations, or the only one. */
export interface Point {
  at: string
  value: number
  min: number
  max: number
  count: number
}
export interface Series {
  stream: number
  property: string
  unit: string
  from: string
  to: string
  resolution: 'raw' | 'hour' | 'day'
  points: Point[]
}
export interface Issued {
  credential: { id: string; thing: string; issuedAt: string; issuedBy: string; revokedAt: string | null }
  token: string
}
export interface RowProblem {
  row: number
  column: string
  remedy: string
}
export interface Outcome {
  commissioned: number
  problems: RowProblem[]
  issued: Issued[]
}

export interface Question {
  health: string
  town: string
  property: string
  text: string
  sort: string
}

export const listDevices = (of: Question, offset: number, limit: number) =>
  get<DeviceList>(`/api/devices?${new URLSearchParams({ ...filled(of), offset: String(offset), limit: String(limit) })}`)
export const getDevice = (code: string) => get<DeviceView>(`/api/devices/${encodeURIComponent(code)}`)
export const sticker = (code: string) => `/api/devices/${encodeURIComponent(code)}/qr.png`
export const commission = (code: string, body: object) => post<{ view: DeviceView; issued: Issued }>(`/api/devices/${encodeURIComponent(code)}/commission`, body)
export const enterMaintenance = (body: object) => post<Window>('/api/devices/maintenance', body)
export const endMaintenance = (id: string) => post<Window>(`/api/devices/maintenance/${encodeURIComponent(id)}/end`)
export const getClusters = (bbox: readonly number[], zoom: number) => get<{ clusters: Cluster[] }>(`/api/devices/clusters?bbox=${bbox.join(',')}&zoom=${zoom}`)
export const getFlags = (stream: number, from: string, until: string) =>
  get<{ flags: Flagging[] }>(`/api/devices/streams/${stream}/flags?${new URLSearchParams({ from, until })}`)
export const getBooks = () => get<Books>('/api/sensing/accounts')

export const getStream = (stream: number) => get<StreamView>(`/api/devices/streams/${stream}`)
export const getStreamRules = (stream: number) => get<{ rules: RuleCard[] }>(`/api/rules/streams/${stream}`)
export const getSeries = (stream: number, from: string, to: string, points: number) =>
  get<Series>(`/api/sensing/streams/${stream}/series?${new URLSearchParams({ from, to, points: String(points) })}`)
export const releaseSource = (source: string) => post<Books>(`/api/sensing/sources/${encodeURIComponent(source)}/release`)
export const getQuarantine = (limit: number) => get<Rejected[]>(`/api/sensing/quarantine?limit=${limit}`)
export const issueCredential = (code: string) => post<Issued>(`/api/devices/${encodeURIComponent(code)}/credentials`)

/** A table of devices; where rows are wrong the answer is the list of problems, not a refusal. */
export async function commissionTable(file: File, partial: boolean): Promise<Outcome> {
  const form = new FormData()
  form.append('file', file)
  try {
    return await postForm<Outcome>(`/api/devices/commission?partial=${partial}`, form)
  } catch (thrown) {
    const body = thrown instanceof Refusal ? (thrown.body as Partial<Outcome> | null) : null
    if (body?.problems) return { commissioned: 0, problems: body.problems, issued: [] }
    throw thrown
  }
}

function filled(of: Question): Record<string, string> {
  return Object.fromEntries(Object.entries(of).filter(([, value]) => value !== ''))
}

import { get, post } from '@/lib/http'
import type { Schemas } from '@/lib/wire'

export type DeviceList = Schemas['sensing.registry.DeviceCatalogue.Page']
export type DeviceCard = Schemas['sensing.registry.DeviceCatalogue.Card']
export type DeviceView = Schemas['sensing.registry.DeviceCatalogue.View']
export type StreamCard = Schemas['sensing.registry.DeviceCatalogue.StreamCard']
export type Cluster = Schemas['sensing.registry.Clusters.Cluster']
export type Window = Schemas['sensing.quality.QualityEvent.Window']
export type Flagging = Schemas['sensing.quality.QualityFlags.Flagging']
export type RuleCard = Schemas['assessment.RuleCard']
export type Books = Schemas['sensing.SensingController.Books']
export type Health = DeviceCard['health']

export interface Question {
  health: string
  text: string
  sort: string
}

export const listDevices = (of: Question, offset: number, limit: number) =>
  get<DeviceList>(`/api/devices?${new URLSearchParams({ ...filled(of), offset: String(offset), limit: String(limit) })}`)
export const getDevice = (code: string) => get<DeviceView>(`/api/devices/${encodeURIComponent(code)}`)
export const sticker = (code: string) => `/api/devices/${encodeURIComponent(code)}/qr.png`
export const commission = (code: string, body: object) => post<DeviceView>(`/api/devices/${encodeURIComponent(code)}/commission`, body)
export const enterMaintenance = (body: object) => post<Window>('/api/devices/maintenance', body)
export const endMaintenance = (id: string) => post<Window>(`/api/devices/maintenance/${encodeURIComponent(id)}/end`)
export const getClusters = (bbox: readonly number[], zoom: number) => get<{ clusters: Cluster[] }>(`/api/devices/clusters?bbox=${bbox.join(',')}&zoom=${zoom}`)
export const getFlags = (stream: number, from: string, until: string) =>
  get<{ flags: Flagging[] }>(`/api/devices/streams/${stream}/flags?${new URLSearchParams({ from, until })}`)
export const getRules = () => get<{ rules: RuleCard[] }>('/api/rules')
export const getBooks = () => get<Books>('/api/sensing/accounts')

/** SensorThings' own answer: newest first, no more than a chart can show. */
export async function getSeries(stream: number): Promise<[string, number][]> {
  const asked = new URLSearchParams({ $orderby: 'phenomenonTime desc', $top: '500' })
  const found = await get<{ value: { phenomenonTime: string; result: number }[] }>(`/v1.1/Datastreams(${stream})/Observations?${asked}`)
  return found.value.map((each): [string, number] => [each.phenomenonTime, each.result]).reverse()
}

function filled(of: Question): Record<string, string> {
  return Object.fromEntries(Object.entries(of).filter(([, value]) => value !== ''))
}

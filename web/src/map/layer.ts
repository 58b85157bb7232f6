import type OlMap from 'ol/Map'
import type { Look } from './look'

/** One layer is one file: it adds itself, is told what to show, and goes. It renders nothing on the page. */
export interface MapLayer<Data> {
  update(data: Data, look: Look): void
  remove(): void
}

export type AddLayer<Data> = (map: OlMap) => MapLayer<Data>

/** What a click on the map means; layers write it on their features. */
export interface Pick {
  kind: 'case' | 'warning' | 'sensor' | 'device'
  id: string
}

/** Order of the layers, lowest first. */
export const ORDER = ['tiles', 'graticule', 'district', 'grids', 'towns', 'sensors', 'devices', 'warnings', 'cases', 'here'] as const

export function orderOf(layer: (typeof ORDER)[number]): number {
  return ORDER.indexOf(layer)
}

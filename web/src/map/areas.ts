import type Feature from 'ol/Feature'
import GeoJSON from 'ol/format/GeoJSON'
import type { Geometry } from 'ol/geom'
import MultiPolygon from 'ol/geom/MultiPolygon'
import Polygon from 'ol/geom/Polygon'
import { get } from '@/lib/http'

export type AreaKind = 'outline' | 'towns' | 'grids' | 'committees'

const format = new GeoJSON({ dataProjection: 'EPSG:4326', featureProjection: 'EPSG:3857' })
const asked = new Map<string, Promise<Feature<Geometry>[]>>()

/** Areas change with the calendar, not by the minute: asked once. A failure is forgotten, so that the next try asks. */
export function areas(kind: AreaKind): Promise<Feature<Geometry>[]> {
  const found = asked.get(kind)
  if (found) return found
  const asking = get<unknown>(`/api/areas/${kind}.geojson`).then((json) => format.readFeatures(json) as Feature<Geometry>[])
  asking.catch(() => asked.delete(kind))
  asked.set(kind, asking)
  return asking
}

/** Where an area's name stands: the inner point of its largest part. */
export function labelPoint(geometry: Geometry | undefined) {
  if (geometry instanceof Polygon) return geometry.getInteriorPoint()
  if (geometry instanceof MultiPolygon) {
    const parts = geometry.getPolygons().toSorted((a, b) => b.getArea() - a.getArea())
    return parts[0]?.getInteriorPoint()
  }
  return undefined
}

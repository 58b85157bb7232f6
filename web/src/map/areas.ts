import type Feature from 'ol/Feature'
import GeoJSON from 'ol/format/GeoJSON'
import type { Geometry } from 'ol/geom'
import MultiPolygon from 'ol/geom/MultiPolygon'
import Polygon from 'ol/geom/Polygon'
import { fromLonLat } from 'ol/proj'
import { get } from '@/lib/http'
import type { AreaName } from '@/lib/wire'

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

/** The area of this kind in which a place lies; null outside all of them. */
export async function areaAt(kind: AreaKind, lon: number, lat: number): Promise<AreaName | null> {
  const at = fromLonLat([lon, lat])
  const found = (await areas(kind)).find((each) => each.getGeometry()?.intersectsCoordinate(at))
  return found ? { code: String(found.get('code')), name: String(found.get('name')), nameEn: (found.get('nameEn') as string | undefined) ?? null } : null
}

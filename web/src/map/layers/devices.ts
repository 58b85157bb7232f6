import Feature from 'ol/Feature'
import Point from 'ol/geom/Point'
import VectorLayer from 'ol/layer/Vector'
import { fromLonLat } from 'ol/proj'
import VectorSource from 'ol/source/Vector'
import { Circle, Fill, Stroke, Style, Text } from 'ol/style'
import { orderOf, type AddLayer, type Pick } from '../layer'
import { faded, type ColourName, type Look } from '../look'

export interface DeviceMark {
  lon: number
  lat: number
  count: number
  /** Set where one device stands alone. */
  device: string | null
  worst: 'ONLINE' | 'PARTIAL' | 'OFFLINE' | 'NEVER'
}

const COLOUR = { ONLINE: 'ok', PARTIAL: 'orange', OFFLINE: 'overdue', NEVER: 'unknown' } as const satisfies Record<string, ColourName>

/** Devices as the server gathered them: a disc grows with its number, a dashed edge says that none of them ever spoke. */
export const devicesLayer: AddLayer<readonly DeviceMark[]> = (map) => {
  const source = new VectorSource<Feature<Point>>()
  const layer = new VectorLayer({ source, zIndex: orderOf('devices') })
  map.addLayer(layer)
  return {
    update(marks, look) {
      source.clear(true)
      source.addFeatures(
        marks.map((mark) => {
          const feature = new Feature(new Point(fromLonLat([mark.lon, mark.lat])))
          if (mark.device !== null) feature.set('pick', { kind: 'device', id: mark.device } satisfies Pick)
          feature.setStyle(dress(mark, look))
          return feature
        }),
      )
    },
    remove: () => void map.removeLayer(layer),
  }
}

function dress(mark: DeviceMark, look: Look): Style {
  const colour = look.colour(COLOUR[mark.worst])
  const radius = (mark.count === 1 ? 7 : 11 + 3 * Math.log10(mark.count) * 2) * look.scale
  return new Style({
    image: new Circle({
      radius,
      fill: new Fill({ color: mark.count === 1 ? colour : faded(look.colour('surface'), 0.92) }),
      stroke: new Stroke({ color: mark.count === 1 ? look.colour('surface') : colour, width: mark.count === 1 ? 1.5 : 3, ...(mark.worst === 'NEVER' ? { lineDash: [4, 3] } : {}) }),
    }),
    ...(mark.count > 1
      ? { text: new Text({ text: String(mark.count), font: `600 ${12 * look.scale}px ${look.font}`, fill: new Fill({ color: look.colour('ink') }) }) }
      : {}),
    zIndex: mark.count,
  })
}

import Feature from 'ol/Feature'
import Point from 'ol/geom/Point'
import VectorLayer from 'ol/layer/Vector'
import { fromLonLat } from 'ol/proj'
import VectorSource from 'ol/source/Vector'
import { Circle, Fill, Icon, RegularShape, Stroke, Style } from 'ol/style'
import { propertyIcon } from '@/kit/icons'
import type { Grade } from '@/lib/wire'
import { orderOf, type AddLayer, type Pick } from '../layer'
import { gradeColour, type Look } from '../look'
import { PIXELS, pill } from '../pill'

export interface SensorMark {
  id: string
  lon: number
  lat: number
  property: string
  /** Value with unit, or the word for unknown. */
  words: string
  grade: Grade | null
  unknown: boolean
  chosen: boolean
}

/** Sensors: a point each, and beside it the value where there is room; the graver, the earlier it gets room. */
export const sensorsLayer: AddLayer<readonly SensorMark[]> = (map) => {
  const source = new VectorSource()
  const layer = new VectorLayer({ source, zIndex: orderOf('sensors'), declutter: 'badges' })
  map.addLayer(layer)
  const shown = new Map<string, { feature: Feature<Point>; as: string }>()
  return {
    update(marks, look) {
      const present = new Set(marks.map((mark) => mark.id))
      for (const [id, { feature }] of shown) {
        if (present.has(id)) continue
        source.removeFeature(feature)
        shown.delete(id)
      }
      const dress = `${look.scale}${look.colour('surface')}`
      for (const mark of marks) {
        const as = JSON.stringify(mark) + dress
        const known = shown.get(mark.id)
        if (known?.as === as) continue
        const feature = known?.feature ?? new Feature(new Point(fromLonLat([mark.lon, mark.lat])))
        feature.setStyle(styles(mark, look))
        if (!known) {
          feature.set('pick', { kind: 'sensor', id: mark.id } satisfies Pick)
          source.addFeature(feature)
        }
        shown.set(mark.id, { feature, as })
      }
    },
    remove: () => void map.removeLayer(layer),
  }
}

function styles(mark: SensorMark, look: Look): Style[] {
  const rank = mark.chosen ? 9 : mark.grade ? 2 + ['BLUE', 'YELLOW', 'ORANGE', 'RED'].indexOf(mark.grade) : mark.unknown ? 1 : 0
  const edge = mark.grade ? gradeColour(look, mark.grade) : look.colour(mark.unknown ? 'unknown' : 'line-strong')
  const img = pill(
    {
      text: mark.words,
      ink: look.colour(mark.unknown ? 'unknown' : 'ink'),
      ground: look.colour('surface'),
      border: mark.chosen ? look.colour('accent') : edge,
      dashed: mark.unknown,
      bold: mark.grade !== null,
      size: 12,
      grade: mark.grade,
      icon: mark.unknown ? 'unknown' : propertyIcon(mark.property),
      iconInk: look.colour(mark.unknown ? 'unknown' : 'muted'),
    },
    look,
  )
  const chip = new Style({
    image: new Icon({ img, scale: 1 / PIXELS, displacement: beside(mark, img.width / PIXELS, look), declutterMode: 'declutter' }),
    zIndex: rank,
  })
  return [point(mark, look, edge, rank), chip]
}

/** As on a weather map each element has its side: water below its point, all else to the left of it. */
function beside(mark: SensorMark, width: number, look: Look): [number, number] {
  return mark.property.startsWith('water') ? [0, -17 * look.scale] : [-width / 2 - 17 * look.scale, 0]
}

/** Known and quiet: a filled dot. Graded: a diamond in the grade's colour. Unknown: a hollow ring, never green. */
function point(mark: SensorMark, look: Look, edge: string, rank: number): Style {
  const stroke = new Stroke({ color: look.colour('surface'), width: 1.5 })
  const radius = (mark.chosen ? 7 : 4.5) * look.scale
  if (mark.grade) {
    const fill = new Fill({ color: edge })
    const image = new RegularShape({ points: 4, radius: radius + 2, fill, stroke, declutterMode: 'none' })
    return new Style({ image, zIndex: rank })
  }
  const image = mark.unknown
    ? new Circle({
        radius,
        fill: new Fill({ color: look.colour('surface') }),
        stroke: new Stroke({ color: edge, width: 1.75, lineDash: [2.5, 2] }),
        declutterMode: 'none',
      })
    : new Circle({ radius, fill: new Fill({ color: look.colour('ok') }), stroke, declutterMode: 'none' })
  return new Style({ image, zIndex: rank })
}

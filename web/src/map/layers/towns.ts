import type { FeatureLike } from 'ol/Feature'
import VectorLayer from 'ol/layer/Vector'
import VectorSource from 'ol/source/Vector'
import { Fill, Stroke, Style, Text } from 'ol/style'
import type { Grade } from '@/lib/wire'
import { areas, labelPoint } from '../areas'
import { orderOf, type AddLayer } from '../layer'
import { faded, gradeColour, type Look } from '../look'

/** Towns with their names, tinted by the gravest warning that stands there. */
export const townsLayer: AddLayer<ReadonlyMap<string, Grade>> = (map) => {
  const source = new VectorSource()
  const layer = new VectorLayer({ source, zIndex: orderOf('towns') })
  const names = new VectorLayer({ source, zIndex: orderOf('towns') + 0.5, declutter: 'names' })
  map.addLayer(layer)
  map.addLayer(names)
  void areas('towns').then((features) => source.addFeatures(features), () => undefined)
  return {
    update(grades, look) {
      layer.setStyle((feature) => tint(grades.get(String(feature.get('code'))), look))
      // A warned town's name stands on its plate.
      names.setStyle((feature) => (grades.has(String(feature.get('code'))) ? undefined : name(feature, look)))
    },
    remove() {
      map.removeLayer(layer)
      map.removeLayer(names)
    },
  }
}

function tint(grade: Grade | undefined, look: Look): Style {
  if (!grade) return new Style({ stroke: new Stroke({ color: look.colour('map-town'), width: 1.1 * look.scale }) })
  const colour = gradeColour(look, grade)
  return new Style({
    fill: new Fill({ color: faded(colour, 0.2) }),
    stroke: new Stroke({ color: faded(colour, 0.9), width: 1.6 * look.scale }),
    zIndex: 1 + ['BLUE', 'YELLOW', 'ORANGE', 'RED'].indexOf(grade),
  })
}

function name(feature: FeatureLike, look: Look): Style {
  return new Style({
    geometry: (at) => labelPoint(at.getGeometry() as never),
    text: new Text({
      text: String((look.english ? feature.get('nameEn') : null) ?? feature.get('name') ?? ''),
      font: `600 ${(look.english ? 13 : 14) * look.scale}px ${look.font}`,
      fill: new Fill({ color: look.colour('map-name') }),
      stroke: new Stroke({ color: faded(look.colour('map-land'), 0.9), width: 3.5 }),
      overflow: true,
      offsetY: -15 * look.scale,
    }),
  })
}

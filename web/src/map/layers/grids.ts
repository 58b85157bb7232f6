import VectorLayer from 'ol/layer/Vector'
import VectorSource from 'ol/source/Vector'
import { Fill, Stroke, Style, Text } from 'ol/style'
import { areas, labelPoint } from '../areas'
import { orderOf, type AddLayer } from '../layer'

const LINES_FROM = 11.2
const NAMES_FROM = 13.4

/** Comprehensive grids (综合网格): thin lines once one is near enough, names nearer still. */
export const gridsLayer: AddLayer<null> = (map) => {
  const source = new VectorSource()
  const layer = new VectorLayer({ source, zIndex: orderOf('grids'), minZoom: LINES_FROM, declutter: 'names' })
  map.addLayer(layer)
  void areas('grids').then((features) => source.addFeatures(features), () => undefined)
  return {
    update(_, look) {
      const line = new Style({ stroke: new Stroke({ color: look.colour('map-grid'), width: look.scale }) })
      layer.setStyle((feature) => {
        if ((map.getView().getZoom() ?? 0) < NAMES_FROM) return line
        const name = new Style({
          geometry: (at) => labelPoint(at.getGeometry() as never),
          text: new Text({
            text: String((look.english ? feature.get('nameEn') : null) ?? feature.get('name') ?? ''),
            font: `400 ${12 * look.scale}px ${look.font}`,
            fill: new Fill({ color: look.colour('faint') }),
            stroke: new Stroke({ color: look.colour('map-land'), width: 3 }),
            overflow: true,
          }),
        })
        return [line, name]
      })
    },
    remove: () => void map.removeLayer(layer),
  }
}

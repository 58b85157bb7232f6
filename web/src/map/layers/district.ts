import VectorLayer from 'ol/layer/Vector'
import VectorSource from 'ol/source/Vector'
import { Fill, Stroke, Style } from 'ol/style'
import { areas } from '../areas'
import { orderOf, type AddLayer } from '../layer'
import { faded } from '../look'

/** The district's own ground: land, outline, and soft contour lines around it as on a chart. `true` = on base tiles. */
export const districtLayer: AddLayer<{ overTiles: boolean }> = (map) => {
  const source = new VectorSource()
  const layer = new VectorLayer({ source, zIndex: orderOf('district') })
  map.addLayer(layer)
  void areas('outline').then((features) => source.addFeatures(features), () => undefined)
  return {
    update({ overTiles }, look) {
      const coast = look.colour('map-coast')
      const ring = (width: number, opacity: number) =>
        new Style({ stroke: new Stroke({ color: faded(coast, opacity), width: width * look.scale, lineJoin: 'round' }) })
      const land = new Style({ fill: new Fill({ color: look.colour('map-land') }) })
      const edge = new Style({ stroke: new Stroke({ color: look.colour('map-outline'), width: 1.8 * look.scale }) })
      layer.setStyle(overTiles ? [edge] : [ring(44, 0.13), ring(28, 0.18), ring(13, 0.26), land, edge])
    },
    remove: () => void map.removeLayer(layer),
  }
}

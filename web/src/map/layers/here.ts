import Feature from 'ol/Feature'
import CircleShape from 'ol/geom/Circle'
import Point from 'ol/geom/Point'
import VectorLayer from 'ol/layer/Vector'
import { fromLonLat } from 'ol/proj'
import VectorSource from 'ol/source/Vector'
import { Circle, Fill, Stroke, Style } from 'ol/style'
import { orderOf, type AddLayer } from '../layer'
import { faded } from '../look'

/** Where the reader stands, and how sure the device is of it. */
export const hereLayer: AddLayer<{ lon: number; lat: number; accuracy: number } | null> = (map) => {
  const source = new VectorSource()
  const layer = new VectorLayer({ source, zIndex: orderOf('here') })
  map.addLayer(layer)
  return {
    update(here, look) {
      source.clear(true)
      if (!here) return
      const at = fromLonLat([here.lon, here.lat])
      const accent = look.colour('accent')
      const stretch = 1 / Math.cos((here.lat * Math.PI) / 180)
      const round = new Feature(new CircleShape(at, here.accuracy * stretch))
      round.setStyle(new Style({ fill: new Fill({ color: faded(accent, 0.14) }) }))
      const dot = new Feature(new Point(at))
      dot.setStyle(
        new Style({
          image: new Circle({ radius: 8, fill: new Fill({ color: accent }), stroke: new Stroke({ color: look.colour('surface'), width: 3 }) }),
        }),
      )
      source.addFeatures([round, dot])
    },
    remove: () => void map.removeLayer(layer),
  }
}

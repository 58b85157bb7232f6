import Graticule from 'ol/layer/Graticule'
import { Stroke } from 'ol/style'
import { orderOf, type AddLayer } from '../layer'
import { faded } from '../look'

/** Hair lines of longitude and latitude: quiet paper to read positions on. */
export const graticuleLayer: AddLayer<null> = (map) => {
  let layer: Graticule | undefined
  const remove = () => void (layer && map.removeLayer(layer))
  return {
    update(_, look) {
      remove()
      layer = new Graticule({
        zIndex: orderOf('graticule'),
        strokeStyle: new Stroke({ color: faded(look.colour('map-coast'), 0.4), width: 0.75 }),
        showLabels: false,
        wrapX: false,
        targetSize: 140,
      })
      map.addLayer(layer)
    },
    remove,
  }
}

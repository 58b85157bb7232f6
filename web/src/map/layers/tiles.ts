import TileLayer from 'ol/layer/Tile'
import XYZ from 'ol/source/XYZ'
import { orderOf, type AddLayer } from '../layer'

/** Background tiles (天地图 or any other), if the district has configured them; otherwise nothing is asked of anyone. */
export const tilesLayer: AddLayer<{ template: string | null; night: boolean }> = (map) => {
  let layer: TileLayer | undefined
  let showing: string | null = null
  const remove = () => void (layer && map.removeLayer(layer))
  return {
    update({ template, night }) {
      if (template !== showing) {
        remove()
        layer = template ? new TileLayer({ source: new XYZ({ url: template }), zIndex: orderOf('tiles') }) : undefined
        if (layer) map.addLayer(layer)
        showing = template
      }
      layer?.setOpacity(night ? 0.35 : 0.75)
    },
    remove,
  }
}

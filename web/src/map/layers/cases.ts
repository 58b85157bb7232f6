import Feature, { type FeatureLike } from 'ol/Feature'
import Point from 'ol/geom/Point'
import VectorLayer from 'ol/layer/Vector'
import { fromLonLat } from 'ol/proj'
import Cluster from 'ol/source/Cluster'
import VectorSource from 'ol/source/Vector'
import { Icon, Style } from 'ol/style'
import { orderOf, type AddLayer, type Pick } from '../layer'
import type { Look } from '../look'
import { PIXELS } from '../pill'
import { pin } from '../pin'

export interface CaseMark {
  id: string
  lon: number
  lat: number
  look: 'open' | 'overdue' | 'closed'
  chosen: boolean
}

const CLUSTER_PIXELS = 40
const APART_FROM = 15.5

/** Cases as pins, gathered into one with a number where they would cover each other; zoomed in they stand alone. */
export const casesLayer: AddLayer<readonly CaseMark[]> = (map) => {
  const source = new VectorSource<Feature<Point>>()
  const cluster = new Cluster({ source, distance: CLUSTER_PIXELS, minDistance: 24 })
  const layer = new VectorLayer({ source: cluster, zIndex: orderOf('cases'), declutter: 'badges' })
  map.addLayer(layer)
  const spread = () => cluster.setDistance((map.getView().getZoom() ?? 0) >= APART_FROM ? 0 : CLUSTER_PIXELS)
  map.on('moveend', spread)
  return {
    update(marks, look) {
      layer.setStyle((feature) => dress(members(feature), look))
      source.clear(true)
      source.addFeatures(
        marks.map((mark) => {
          const feature = new Feature(new Point(fromLonLat([mark.lon, mark.lat])))
          feature.set('mark', mark)
          feature.set('pick', { kind: 'case', id: mark.id } satisfies Pick)
          return feature
        }),
      )
    },
    remove() {
      map.un('moveend', spread)
      map.removeLayer(layer)
    },
  }
}

function members(feature: FeatureLike): CaseMark[] {
  const inside = (feature.get('features') ?? []) as Feature[]
  return inside.map((each) => each.get('mark') as CaseMark)
}

/** A gathering looks as its most urgent member. */
function dress(marks: CaseMark[], look: Look): Style {
  const worst = (['overdue', 'open', 'closed'] as const).find((each) => marks.some((mark) => mark.look === each)) ?? 'open'
  const chosen = marks.some((mark) => mark.chosen)
  const img = pin({ look: worst, count: marks.length, chosen }, look)
  const rank = (chosen ? 10 : 0) + { overdue: 3, open: 2, closed: 1 }[worst]
  return new Style({
    image: new Icon({ img, scale: 1 / PIXELS, anchor: [0.5, 1], declutterMode: 'obstacle' }),
    zIndex: rank,
  })
}

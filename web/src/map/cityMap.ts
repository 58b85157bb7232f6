import type Feature from 'ol/Feature'
import { defaults as controls } from 'ol/control/defaults'
import ScaleLine from 'ol/control/ScaleLine'
import { boundingExtent, isEmpty } from 'ol/extent'
import type Point from 'ol/geom/Point'
import OlMap from 'ol/Map'
import { fromLonLat, toLonLat } from 'ol/proj'
import View from 'ol/View'
import { homeExtent } from './home'
import type { Pick } from './layer'

export interface CityMapHearer {
  onMove(centre: [number, number], zoom: number): void
  onPick(pick: Pick | null): void
}

const DISTRICT_MARGIN = [64, 40, 48, 40]
const CLOSEST = 17

/** The map itself: opens on the whole district or where the address says, and tells what was moved and picked. */
export function cityMap(target: HTMLElement, hearer: CityMapHearer) {
  const view = new View({ center: fromLonLat([121.4, 31.08]), zoom: 11, minZoom: 9, maxZoom: 19, smoothResolutionConstraint: true })
  const map = new OlMap({
    target,
    view,
    controls: controls({ attribution: false, rotate: false, zoom: false }).extend([new ScaleLine({ minWidth: 72 })]),
  })
  map.on('moveend', () => {
    const centre = view.getCenter()
    const zoom = view.getZoom()
    if (centre && zoom) hearer.onMove(toLonLat(centre) as [number, number], zoom)
  })
  map.on('click', (event) => {
    const found = map.forEachFeatureAtPixel(event.pixel, (feature) => picked(feature as Feature), { hitTolerance: 6 })
    if (found instanceof Array && (view.getZoom() ?? 0) < CLOSEST) {
      view.fit(extentOf(found), { padding: [90, 90, 90, 90], maxZoom: CLOSEST, duration: 250 })
      return
    }
    hearer.onPick(found instanceof Array ? (found[0]!.get('pick') as Pick) : (found ?? null))
  })
  map.on('pointermove', (event) => {
    if (event.dragging) return
    const over = map.hasFeatureAtPixel(event.pixel, { hitTolerance: 4, layerFilter: (layer) => layer.getZIndex()! >= 5 })
    target.style.cursor = over ? 'pointer' : ''
  })

  /** Shows the whole district, or the town that the reader is bound to. */
  async function home(town: string | null, duration = 250): Promise<void> {
    const extent = await homeExtent(town)
    if (!isEmpty(extent)) view.fit(extent, { padding: DISTRICT_MARGIN, duration })
  }

  return {
    map,
    home,
    look(centre: [number, number], zoom: number) {
      view.setCenter(fromLonLat(centre))
      view.setZoom(zoom)
    },
    here: () => ({ centre: toLonLat(view.getCenter()!) as [number, number], zoom: view.getZoom() ?? 0 }),
    /** Brings a place into sight without leaving the zoom that the reader chose, unless it is too far out to see. */
    goTo(centre: [number, number]) {
      view.animate({ center: fromLonLat(centre), zoom: Math.max(view.getZoom() ?? 0, 12.5), duration: 300 })
    },
    zoomBy(steps: number) {
      view.animate({ zoom: (view.getZoom() ?? 11) + steps, duration: 150 })
    },
    remove: () => map.setTarget(undefined),
  }
}

/** A lone feature says what it is; a gathering of several is opened by zooming in. */
function picked(feature: Feature): Pick | Feature<Point>[] | undefined {
  const inside = feature.get('features') as Feature<Point>[] | undefined
  if (!inside) return feature.get('pick') as Pick | undefined
  return inside.length === 1 ? (inside[0]!.get('pick') as Pick) : inside
}

function extentOf(features: Feature<Point>[]) {
  return boundingExtent(features.map((feature) => feature.getGeometry()!.getCoordinates()))
}

import Feature from 'ol/Feature'
import type Point from 'ol/geom/Point'
import VectorLayer from 'ol/layer/Vector'
import VectorSource from 'ol/source/Vector'
import { Icon, Style } from 'ol/style'
import { dangerIcon } from '@/kit/icons'
import type { Grade } from '@/lib/wire'
import { areas, labelPoint } from '../areas'
import { orderOf, type AddLayer, type Pick } from '../layer'
import { gradeColour, type Look } from '../look'
import { PIXELS, pill } from '../pill'
import { place, type Placed } from '../placing'
import { plate } from '../plate'

export interface TownWarning {
  id: string
  town: string
  danger: string
  grade: Grade
  /** Danger and grade in words, such as 暴雨 橙色. */
  words: string
}

interface Town {
  feature: Feature<Point>
  name: string
  rows: readonly TownWarning[]
}

/** Metres a pixel above which a plate says only the gravest danger in words and the others by their marks. */
const BRIEF_FROM = 42
/** Farther still there is room for marks only; names and words stand in the list. */
const MARKS_FROM = 85
const GRAVITY: readonly Grade[] = ['BLUE', 'YELLOW', 'ORANGE', 'RED']

/** A plate in each warned town: its name and a line for each danger. Picking it opens the gravest. */
export const warningsLayer: AddLayer<readonly TownWarning[]> = (map) => {
  const source = new VectorSource<Feature<Point>>()
  const layer = new VectorLayer({ source, zIndex: orderOf('warnings'), declutter: 'badges' })
  map.addLayer(layer)
  let round = 0
  return {
    async update(warnings, look) {
      const mine = ++round
      const found = await areas('towns').catch(() => [])
      if (mine !== round) return
      const middles = found.flatMap((town) => labelPoint(town.getGeometry()) ?? [])
      const towns = found.flatMap((town): Town[] => {
        const rows = warnings.filter((warning) => warning.town === String(town.get('code')))
        const middle = labelPoint(town.getGeometry())
        if (!rows.length || !middle) return []
        const feature = new Feature(middle)
        feature.set('pick', { kind: 'warning', id: rows[0]!.id } satisfies Pick)
        return [{ feature, rows, name: String((look.english ? town.get('nameEn') : null) ?? town.get('name')) }]
      })
      towns.sort((a, b) => GRAVITY.indexOf(b.rows[0]!.grade) - GRAVITY.indexOf(a.rows[0]!.grade))
      layer.setStyle(styler(towns, middles, look))
      source.clear(true)
      source.addFeatures(towns.map((town) => town.feature))
    },
    remove: () => void map.removeLayer(layer),
  }
}

/** Plates find their places anew at each zoom, all together. */
function styler(towns: readonly Town[], middles: readonly Point[], look: Look) {
  let at = NaN
  let styles = new Map<unknown, Style>()
  return (feature: unknown, resolution: number) => {
    if (resolution !== at) {
      styles = stylesAt(towns, middles, resolution, look)
      at = resolution
    }
    return styles.get(feature)
  }
}

function stylesAt(towns: readonly Town[], middles: readonly Point[], resolution: number, look: Look): Map<unknown, Style> {
  const pixel = (point: Point) => ({ x: point.getCoordinates()[0]! / resolution, y: -point.getCoordinates()[1]! / resolution })
  const far = resolution * look.scale
  const pictures = towns.map(({ name, rows }) => (far > MARKS_FROM ? mark(rows[0]!, look) : plate({ name, rows, brief: far > BRIEF_FROM }, look)))
  const sizes = pictures.map(({ width, height }) => ({ width: width / PIXELS, height: height / PIXELS }))
  const placed = place(
    towns.map((town, i) => ({ ...pixel(town.feature.getGeometry()!), ...sizes[i]! })),
    middles.map(pixel),
    look.scale,
  )
  return new Map(towns.map((town, i) => [town.feature, dress(pictures[i]!, placed[i]!, town.rows[0]!.grade)]))
}

function mark({ grade, danger }: TownWarning, look: Look): HTMLCanvasElement {
  const [ink, ground, border] = [look.colour('ink'), look.colour('surface'), gradeColour(look, grade)]
  return pill({ text: '', ink, ground, border, size: 11, grade, icon: dangerIcon(danger) }, look)
}

function dress(img: HTMLCanvasElement, { dx, dy }: Placed, grade: Grade): Style {
  return new Style({
    image: new Icon({ img, scale: 1 / PIXELS, displacement: [dx, -dy], declutterMode: 'obstacle' }),
    zIndex: GRAVITY.indexOf(grade),
  })
}

import Feature from 'ol/Feature'
import VectorLayer from 'ol/layer/Vector'
import VectorSource from 'ol/source/Vector'
import { Icon, Style } from 'ol/style'
import { dangerIcon } from '@/kit/icons'
import type { Grade } from '@/lib/wire'
import { areas, labelPoint } from '../areas'
import { orderOf, type AddLayer, type Pick } from '../layer'
import { gradeColour } from '../look'
import { PIXELS, pill } from '../pill'

export interface TownWarning {
  id: string
  town: string
  danger: string
  grade: Grade
  /** Danger and grade in words, such as 暴雨 橙色. */
  words: string
}

/** A badge in each warned town: shape, icon and words; more than one danger stack above each other, gravest first. */
export const warningsLayer: AddLayer<readonly TownWarning[]> = (map) => {
  const source = new VectorSource()
  const layer = new VectorLayer({ source, zIndex: orderOf('warnings'), declutter: 'badges' })
  map.addLayer(layer)
  let round = 0
  return {
    async update(warnings, look) {
      const mine = ++round
      const towns = new Map((await areas('towns').catch(() => [])).map((town) => [String(town.get('code')), town]))
      if (mine !== round) return
      const stacked = new Map<string, number>()
      source.clear(true)
      for (const warning of warnings) {
        const at = labelPoint(towns.get(warning.town)?.getGeometry())
        if (!at) continue
        const above = stacked.get(warning.town) ?? 0
        stacked.set(warning.town, above + 1)
        const feature = new Feature(at)
        feature.set('pick', { kind: 'warning', id: warning.id } satisfies Pick)
        const img = pill(
          {
            text: warning.words,
            ink: look.colour('ink'),
            ground: look.colour('surface'),
            border: gradeColour(look, warning.grade),
            bold: true,
            size: 13.5,
            grade: warning.grade,
            icon: dangerIcon(warning.danger),
          },
          look,
        )
        feature.setStyle(
          new Style({
            image: new Icon({ img, scale: 1 / PIXELS, displacement: [0, (10 + above * 27) * look.scale], declutterMode: 'obstacle' }),
          }),
        )
        source.addFeature(feature)
      }
    },
    remove: () => void map.removeLayer(layer),
  }
}

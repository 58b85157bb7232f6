import { get } from '@/lib/http'
import type { AreaName } from '@/lib/wire'
import { nameAreas } from './useAreas'

interface Layer {
  features: { properties: AreaName }[]
}

let asked: Promise<void> | undefined

async function ask(): Promise<void> {
  try {
    const layers = await Promise.all(['towns', 'grids'].map((kind) => get<Layer>(`/api/areas/${kind}.geojson`)))
    nameAreas(layers.flatMap((layer) => layer.features.map((each) => each.properties)))
  } catch {
    asked = undefined // asked again with the next page
  }
}

/** The names of towns and grids, for pages without a map. */
export function useTowns(): void {
  asked ??= ask()
}

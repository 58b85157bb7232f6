import { readFileSync } from 'node:fs'

/** The sample district's own areas, as the platform would serve them. */
interface Area {
  properties: { code: string; name: string; nameEn: string }
  geometry: { type: string; coordinates: number[][][] }
}

export type AreaKind = 'outline' | 'towns' | 'grids'

export function areasText(kind: AreaKind): string {
  return readFileSync(new URL(`../../districts/minhang/areas/${kind}.geojson`, import.meta.url), 'utf8')
}

/** Towns with a point near their middle. */
export const TOWNS = (JSON.parse(areasText('towns')) as { features: Area[] }).features.map(({ properties, geometry }) => {
  const ring = geometry.coordinates[0]!
  const middle = (axis: 0 | 1) => ring.reduce((sum, at) => sum + at[axis]!, 0) / ring.length
  return { ...properties, at: [middle(0), middle(1)] as const }
})

import { createEmpty, extend, type Extent } from 'ol/extent'
import { areas } from './areas'

/** What is home on the map: one's own town, or the whole district for those who answer for it all. */
export async function homeExtent(town: string | null): Promise<Extent> {
  const own = town === null ? [] : (await areas('towns')).filter((each) => each.get('code') === town)
  const extent = createEmpty()
  for (const area of own.length ? own : await areas('outline')) extend(extent, area.getGeometry()!.getExtent())
  return extent
}

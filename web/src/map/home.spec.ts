import { isEmpty, getWidth } from 'ol/extent'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { homeExtent } from './home'

const square = (code: string, from: number, to: number) => ({
  type: 'Feature',
  properties: { code },
  geometry: { type: 'Polygon', coordinates: [[[from, 31], [to, 31], [to, 31.1], [from, 31.1], [from, 31]]] },
})
const served: Record<string, object[]> = {
  '/api/areas/outline.geojson': [square('310112', 121, 121.4)],
  '/api/areas/towns.geojson': [square('310112101', 121, 121.1), square('310112102', 121.1, 121.4)],
}

beforeEach(() =>
  vi.stubGlobal('fetch', (path: string) => Promise.resolve(new Response(JSON.stringify({ type: 'FeatureCollection', features: served[path] })))),
)
afterEach(() => vi.unstubAllGlobals())

describe('home on the map', () => {
  it('is the whole district for those who answer for it all', async () => {
    const home = await homeExtent(null)
    expect(isEmpty(home)).toBe(false)
    expect(getWidth(home)).toBeGreaterThan(3 * getWidth(await homeExtent('310112101')))
  })

  it('is one’s own town for those who are bound to it', async () => {
    const [west, , east] = await homeExtent('310112102')
    expect([west, east]).toEqual([expect.closeTo((await homeExtent('310112101'))[2]!), expect.closeTo((await homeExtent(null))[2]!)])
  })

  it('is the district when the town is not on the map', async () => {
    expect(await homeExtent('310112999')).toEqual(await homeExtent(null))
  })
})

import { describe, expect, it } from 'vitest'
import { tileTemplate } from './baseMap'

const tiles = { enabled: true, label: 'tiles', wmts: '/t/{z}?tk={key}', key: 'a b' }

describe('the base map', () => {
  it('is our own ground unless the district configured tiles', () => {
    expect(tileTemplate(null)).toBeNull()
    expect(tileTemplate({ ...tiles, wmts: '' })).toBeNull()
    expect(tileTemplate({ ...tiles, enabled: false })).toBeNull()
  })

  it('takes a template with the district’s key', () => {
    expect(tileTemplate({ ...tiles, wmts: '/t/{z}/{x}/{y}' })).toBe('/t/{z}/{x}/{y}')
    expect(tileTemplate(tiles)).toBe('/t/{z}?tk=a%20b')
  })
})

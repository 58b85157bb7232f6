import { describe, expect, it } from 'vitest'
import { tileTemplate } from './baseMap'

describe('the base map', () => {
  it('is our own ground unless the district configured tiles', () => {
    expect(tileTemplate(null)).toBeNull()
    expect(tileTemplate('')).toBeNull()
    expect(tileTemplate({ enabled: false, wmts: '/t/{z}/{x}/{y}' })).toBeNull()
  })

  it('takes a template with the district’s key', () => {
    expect(tileTemplate('/t/{z}/{x}/{y}')).toBe('/t/{z}/{x}/{y}')
    expect(tileTemplate({ enabled: true, wmts: '/t/{z}?tk={key}', key: 'a b' })).toBe('/t/{z}?tk=a%20b')
  })
})

import { describe, expect, it } from 'vitest'
import { readView, writeView } from './address'

describe('the address', () => {
  it('says the same view that it was made from', () => {
    const view = readView('#/?c=121.4100,31.0800&z=12.50&case=c-1&wall=1&night=0')
    expect(view).toEqual({ centre: [121.41, 31.08], zoom: 12.5, open: { kind: 'case', id: 'c-1' }, wall: true, night: false })
    expect(readView(writeView(view))).toEqual(view)
  })

  it('opens on the whole district when it says nothing, or nonsense', () => {
    const empty = { centre: null, zoom: null, open: null, wall: false, night: null }
    expect(readView('')).toEqual(empty)
    expect(readView('#/?c=here&z=-3')).toEqual(empty)
    expect(writeView(empty)).toBe('#/')
  })

  it('carries any id unharmed', () => {
    const open = { kind: 'warning' as const, id: 'w&1=?' }
    expect(readView(writeView({ centre: null, zoom: null, open, wall: false, night: null })).open).toEqual(open)
  })
})

// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest'
import { useAddress } from './address'

describe('the address of the map', () => {
  it('is left alone while another page is open', () => {
    const { look, view } = useAddress()
    look([121.4, 31.1], 12)
    expect(location.hash).toBe('#/?c=121.4000,31.1000&z=12.00')
    history.replaceState(null, '', '#/evaluation?subject=TOWN')
    look([121.5, 31.2], 13)
    expect(location.hash).toBe('#/evaluation?subject=TOWN')
    expect(view.value.zoom).toBe(12)
  })
})

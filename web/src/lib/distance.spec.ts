import { expect, test } from 'vitest'
import { metresBetween } from './distance'

test('a hundredth of a degree is longer northwards than eastwards', () => {
  const here = { lon: 121.41, lat: 31.08 }
  expect(metresBetween(here, { lon: 121.41, lat: 31.089 })).toBeCloseTo(1002, 0)
  expect(metresBetween(here, { lon: 121.42, lat: 31.08 })).toBeCloseTo(953, 0)
  expect(metresBetween(here, here)).toBe(0)
})

import { expect, test } from 'vitest'
import { faded } from './look'

test('a colour fades however short it is written', () => {
  expect(faded('#0f766e', 0.5)).toBe('#0f766e80')
  expect(faded('#fff', 0.92)).toBe('#ffffffeb')
})

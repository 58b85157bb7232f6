import { expect, test } from 'vitest'
import type { Life } from './api'
import { draw } from './life'

const way = (action: string, from: string[], to: string | null) => ({ action, from, to, roles: [], house: false, needs: [], conditions: [] })
const life = {
  states: [
    { state: 'REPORTED', stage: 'COLLECT', ended: false },
    { state: 'PENDING_FILING', stage: 'FILE', ended: false },
    { state: 'NOT_FILED', stage: 'FILE', ended: true },
  ],
  ways: [
    way('accept', ['REPORTED'], 'PENDING_FILING'),
    way('void', ['PENDING_FILING'], 'NOT_FILED'),
    way('reject', ['REPORTED'], 'NOT_FILED'),
    way('refuse', ['REPORTED'], 'NOT_FILED'),
    way('stay', ['REPORTED'], 'REPORTED'),
    way('assign', ['REPORTED'], null),
  ],
} as Life

test('a stage is a column, and its states stand below each other', () => {
  const { boxes, width, height } = draw(life)
  expect(boxes.map((box) => [box.x < 50 ? 0 : 1, box.y < 30 ? 0 : 1])).toEqual([[0, 0], [1, 0], [1, 1]])
  expect(Math.max(...boxes.map((box) => box.x))).toBeLessThan(width)
  expect(Math.max(...boxes.map((box) => box.y))).toBeLessThan(height)
})

test('two actions between the same states are one line, and what stays where it is has none', () => {
  const { lines } = draw(life)
  expect(lines.map((line) => [line.from, line.to, line.actions])).toEqual([
    ['REPORTED', 'PENDING_FILING', ['accept']],
    ['PENDING_FILING', 'NOT_FILED', ['void']],
    ['REPORTED', 'NOT_FILED', ['reject', 'refuse']],
  ])
})

import { expect, test } from 'vitest'
import type { Step } from './api'
import { percent, stops } from './model'

const step = (word: string | null, at: string, holder: string | null = null): Step => ({ step: word, at, holder, status: 'OPEN' })

test('steps within one station are one stop with its first time and its last holder', () => {
  expect(stops([step(null, '1'), step('REPORTED', '2', 'a'), step('PENDING_HANDLING', '3', 'b'), step('HANDLING', '4', 'b')])).toEqual([
    { station: 'worked', at: '4', holder: 'b' },
    { station: 'sent', at: '3', holder: 'b' },
    { station: 'received', at: '1', holder: 'a' },
  ])
})

test('work that has to be done again is seen again', () => {
  const way = stops([step('HANDLING', '1'), step('PENDING_INSPECTION', '2'), step('INSPECTION_FAILED', '3'), step('CLOSED', '4')])
  expect(way.map((each) => each.station)).toEqual(['done', 'worked', 'checked', 'worked'])
})

test('a state that this console does not know is being looked at', () => {
  expect(stops([step('NEW_STATE', '1')])[0]?.station).toBe('looked')
})

test('a share is shown as whole percent', () => {
  expect([0, 0.005, 0.746, 1].map(percent)).toEqual([0, 1, 75, 100])
})

import { expect, test } from 'vitest'
import type { CaseCard } from '@/lib/wire'
import type { Step } from './api'
import { near, percent, stops } from './model'

const step = (word: string | null, at: string, holder: string | null = null): Step => ({ step: word, at, holder, status: 'OPEN', part: null })

test('steps within one station are one stop with its first time and its last holder', () => {
  expect(stops([step(null, '1'), step('REPORTED', '2', 'a'), step('PENDING_HANDLING', '3', 'b'), step('HANDLING', '4', 'b')])).toEqual([
    { station: 'worked', at: '4', holder: 'b', part: null },
    { station: 'sent', at: '3', holder: 'b', part: null },
    { station: 'received', at: '1', holder: 'a', part: null },
  ])
})

test('work that has to be done again is seen again', () => {
  const way = stops([step('HANDLING', '1'), step('PENDING_INSPECTION', '2'), step('INSPECTION_FAILED', '3'), step('CLOSED', '4')])
  expect(way.map((each) => each.station)).toEqual(['done', 'worked', 'checked', 'worked'])
})

test('what was split off has stations of its own', () => {
  const part = { caseId: 'c-2', name: '雨水井盖', nameEn: 'Storm drain cover' }
  const way = stops([step('HANDLING', '1'), { ...step('REPORTED', '2'), part }, step('HANDLED', '3'), { ...step('REPORTED', '4', 'a'), part }])
  expect(way.map((each) => [each.station, each.part?.caseId ?? null, each.at])).toEqual([
    ['checked', null, '3'],
    ['received', 'c-2', '2'],
    ['worked', null, '1'],
  ])
})

test('a state that this console does not know is being looked at', () => {
  expect(stops([step('NEW_STATE', '1')])[0]?.station).toBe('looked')
})

test('open cases near what the caller speaks of come nearest first, and no farther than that', () => {
  const at = (id: string, lat: number) => ({ id, lon: 121.4, lat }) as CaseCard
  const found = near({ lon: 121.4, lat: 31.1 }, [at('far', 31.11), at('close', 31.1001), at('middle', 31.102)])
  expect(found.map((each) => each.card.id)).toEqual(['close', 'middle'])
  expect(found[1]!.metres).toBe(223)
})

test('a share is shown as whole percent', () => {
  expect([0, 0.005, 0.746, 1].map(percent)).toEqual([0, 1, 75, 100])
})

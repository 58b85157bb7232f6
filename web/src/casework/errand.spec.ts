import { expect, test } from 'vitest'
import { sentOf, type Errand } from './errand'

const errand: Errand = {
  person: 'inspector-310112103', metres: 320, seenAt: '2026-11-23T01:00:00Z', area: '310112103', until: '2026-11-23T11:00:00Z', onShift: 2, askedBy: null,
}

test('the sentence says whether the place is the person\'s or the middle of the area', () => {
  expect(sentOf(errand).key).toBe('errand.seen')
  expect(sentOf({ ...errand, seenAt: null }).key).toBe('errand.area')
  expect(sentOf({ ...errand, person: null, metres: null, onShift: 0 }).key).toBe('errand.nobody')
})

test('what is far is said in kilometres', () => {
  expect(sentOf(errand).distance).toEqual({ key: 'errand.metres', n: '320' })
  expect(sentOf({ ...errand, metres: 4_640 }).distance).toEqual({ key: 'errand.kilometres', n: '4.6' })
})

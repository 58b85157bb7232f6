import { expect, test } from 'vitest'
import { whyOf, type Work } from './works'

const basis = (correction: string | null, from: string | null) => ({ correction, caseClass: '0506', area: '310112101', from })
const why = (assignment: Partial<Work['assignment']>) =>
  whyOf({ assignment: { organisation: 'D-ROADS', level: null, fallback: false, basis: null, ...assignment } } as Work).key

test('the sentence says what made them the holder', () => {
  expect(why({ basis: basis(null, null) })).toBe('why.row')
  expect(why({ basis: basis(null, '2026-05-01') })).toBe('why.rowSince')
  expect(why({ basis: basis('dc-1', '2026-05-01') })).toBe('why.correction')
  expect(why({ fallback: true })).toBe('why.fallback')
  expect(why({})).toBe('why.named')
})

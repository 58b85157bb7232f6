import { expect, test } from 'vitest'
import { thingOf, whyOf, type Holding, type Work } from './works'

const basis = (correction: string | null, from: string | null) => ({ correction, caseClass: '0506', area: '310112101', from, holding: null })
const why = (assignment: Partial<Work['assignment']>) =>
  whyOf({ assignment: { organisation: 'D-ROADS', level: null, fallback: false, basis: null, ...assignment } } as Work).key

test('the sentence says what made them the holder', () => {
  expect(why({ basis: basis(null, null) })).toBe('why.row')
  expect(why({ basis: basis(null, '2026-05-01') })).toBe('why.rowSince')
  expect(why({ basis: basis('dc-1', '2026-05-01') })).toBe('why.correction')
  expect(why({ fallback: true })).toBe('why.fallback')
  expect(why({})).toBe('why.named')
})

const holding: Holding = {
  asset: null, road: '沪闵路', fromNumber: 1460, toNumber: 1940, owner: 'D-TRANSPORT', maintainer: 'D-ROADS', from: '2026-01-01',
}
const doors = (from: number | string, to: number | string) => `${from}–${to}号`

test('the sentence says whose the road or the part is, and since when', () => {
  const road = whyOf({ assignment: { basis: { ...basis(null, null), holding } } } as Work)
  expect([road.key, road.from]).toEqual(['why.road', '2026-01-01'])
  expect(why({ basis: { ...basis(null, null), holding: { ...holding, asset: '3101120101000001' } } })).toBe('why.asset')
  expect(why({ basis: { ...basis('dc-1', null), holding } })).toBe('why.correction')
})

test('a stretch is named by its doors, a whole road by its name, a part by its code', () => {
  expect(thingOf(holding, doors)).toBe('沪闵路1460–1940号')
  expect(thingOf({ ...holding, fromNumber: null }, doors)).toBe('沪闵路–1940号')
  expect(thingOf({ ...holding, fromNumber: null, toNumber: null }, doors)).toBe('沪闵路')
  expect(thingOf({ ...holding, asset: '3101120101000001' }, doors)).toBe('3101120101000001')
})

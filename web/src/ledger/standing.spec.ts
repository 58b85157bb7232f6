import { describe, expect, it } from 'vitest'
import type { Seal, Status, Witness } from './api'
import { byLoudness, isNumber, lag, lastOf, readLedger, sealWord, standing, verifyAddress } from './standing'

const witness = (name: string, state: Witness['state']): Witness => ({ name, state, size: 90, signedAt: null })
const status = (change: Partial<Status> = {}): Status => ({
  origin: 'city.example/log', key: 'k', sequenced: 100, integrated: 100, published: { size: 100, at: '2026-11-26T08:00:00Z', stale: false, anchor: null }, quorum: 0, witnesses: [], now: '2026-11-26T08:00:00Z', ...change,
})
const seal = (number: number, state: Seal['state']): Seal => ({ number, state, type: 'casework.Closed', at: '2026-11-26T08:00:00Z' })

describe('the address', () => {
  it('names the page, and the record that is to be verified', () => {
    expect(readLedger('#/ledger')).toEqual({ page: 'STATUS', number: null })
    expect(readLedger('#/ledger/verify')).toEqual({ page: 'VERIFY', number: null })
    expect(readLedger(verifyAddress(128))).toEqual({ page: 'VERIFY', number: '128' })
    expect(readLedger('#/ledger/verify?number=1%2F..')).toEqual({ page: 'VERIFY', number: null })
    expect(readLedger('#/ledgers')).toBeNull()
    expect(readLedger('#/?case=c-1')).toBeNull()
  })

  it('takes whole numbers from 1 for records', () => {
    expect(['1', '9007199254740993'].every(isNumber)).toBe(true)
    expect(['', '0', '01', '-1', '1.5', 'a', '1 2'].some(isNumber)).toBe(false)
  })
})

describe('the standing of the log', () => {
  it('is in order while the house does not call it stale, records under way or not', () => {
    expect(standing(status(), false)).toBe('STANDS')
    expect(lag(status({ sequenced: 103 }))).toBe(3)
    expect(standing(status({ sequenced: 103 }), false)).toBe('STANDS')
  })

  it('is unknown when it is stale, and when nobody answers', () => {
    expect(standing(status({ published: { size: 0, at: null, stale: true, anchor: null } }), false)).toBe('UNKNOWN')
    expect(standing(status(), true)).toBe('UNKNOWN')
  })

  it('is short when those who may still sign are fewer than have to', () => {
    const of = (...states: Witness['state'][]) => standing(status({ quorum: 2, witnesses: states.map((state, n) => witness(`w${n}`, state)) }), false)
    expect(of('SIGNS', 'SIGNS', 'SILENT')).toBe('STANDS')
    expect(of('SIGNS', 'NOT_ASKED', 'SILENT')).toBe('STANDS')
    expect(of('SIGNS', 'REFUSED', 'SILENT')).toBe('SHORT')
  })

  it('is split before anything else', () => {
    const split = status({ sequenced: 200, quorum: 2, witnesses: [witness('a', 'SIGNS'), witness('b', 'SPLIT')] })
    expect(standing(split, true)).toBe('SPLIT')
  })

  it('names the loudest witness first', () => {
    const all = (['SIGNS', 'NOT_ASKED', 'SILENT', 'SPLIT', 'REFUSED'] as const).map((state, n) => witness(`w${n}`, state))
    expect(byLoudness(all).map(({ state }) => state)).toEqual(['SPLIT', 'REFUSED', 'SILENT', 'NOT_ASKED', 'SIGNS'])
    expect(byLoudness([witness('b', 'SIGNS'), witness('a', 'SIGNS')]).map(({ name }) => name)).toEqual(['a', 'b'])
  })
})

describe('the seal of a thing', () => {
  it('says published only when every record is', () => {
    expect(sealWord([seal(1, 'PUBLISHED'), seal(2, 'PUBLISHED')])).toBe('PUBLISHED')
    expect(sealWord([seal(1, 'PUBLISHED'), seal(2, 'INTEGRATED')])).toBe('WAITING')
    expect(sealWord([seal(1, 'SEQUENCED')])).toBe('WAITING')
  })

  it('says erased before all else, and nothing of nothing', () => {
    expect(sealWord([seal(1, 'ERASED'), seal(2, 'SEQUENCED')])).toBe('ERASED')
    expect(sealWord([])).toBe('NONE')
  })

  it('prints the last record of which there is a proof', () => {
    const [first, second, third] = [seal(1, 'PUBLISHED'), seal(5, 'ERASED'), seal(9, 'INTEGRATED')]
    expect(lastOf([first, second, third])).toEqual({ last: third, proven: second })
    expect(lastOf([third])).toEqual({ last: third, proven: null })
    expect(lastOf([])).toEqual({ last: null, proven: null })
  })
})

import { describe, expect, it } from 'vitest'
import { clockOf, dayOf, millisOf, momentOf, spanWords } from './time'

const at = Date.parse('2026-06-17T16:05:09Z')

describe('moments', () => {
  it('are said in the district’s zone', () => {
    expect(dayOf(at)).toBe('2026-06-18')
    expect(clockOf(at)).toBe('00:05')
    expect(clockOf(at, true)).toBe('00:05:09')
    expect(momentOf(at)).toBe('06-18 00:05')
  })

  it('are nothing when nothing was said', () => {
    expect(millisOf(null)).toBeNull()
    expect(millisOf('soon')).toBeNull()
  })
})

describe('spans', () => {
  it('are said in their two largest units', () => {
    expect(spanWords(45_000)).toEqual({ key: 'span.s', n: { s: 45 } })
    expect(spanWords(12 * 60_000)).toEqual({ key: 'span.m', n: { m: 12 } })
    expect(spanWords(125 * 60_000)).toEqual({ key: 'span.hm', n: { h: 2, m: 5 } })
    expect(spanWords(120 * 60_000)).toEqual({ key: 'span.h', n: { h: 2, m: 0 } })
    expect(spanWords(50 * 3_600_000)).toEqual({ key: 'span.dh', n: { d: 2, h: 2 } })
  })

  it('have no sign: before and after are words', () => {
    expect(spanWords(-45_000)).toEqual(spanWords(45_000))
  })
})

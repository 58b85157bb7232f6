import { describe, expect, it } from 'vitest'
import type { Indicator, Report, Sheet } from './api'
import { barsOf, behind, monthsOf, runsOf, sentenceOf, unitOf, valueOf } from './model'

const indicator = (measure: Indicator['measure']): Indicator => ({ code: 'closing', name: { zh: '结案率', en: 'Closing' }, counted: { zh: '', en: '' }, divisor: { zh: '', en: '' }, measure })
const figure = (value: number | null) => ({ indicator: 'closing', counted: 911, n: 972, value })

describe('a figure', () => {
  it('is said with two digits and what is behind it', () => {
    expect(valueOf(indicator('SHARE'), figure(911 / 972))).toBe('93.72 %')
    expect(behind(indicator('SHARE'), figure(911 / 972))).toBe('911 / 972')
    expect(valueOf(indicator('MEAN_HOURS'), figure(2.5))).toBe('2.50')
    expect(behind(indicator('MEAN_HOURS'), figure(2.5))).toBe('n = 972')
    expect(valueOf(indicator('COUNT'), figure(972))).toBe('972')
  })

  it('in kilometres is said like one in hours, with its own unit', () => {
    expect(valueOf(indicator('MEAN_KILOMETRES'), figure(12.25))).toBe('12.25')
    expect(behind(indicator('MEAN_KILOMETRES'), figure(12.25))).toBe('n = 972')
    expect(unitOf(indicator('MEAN_KILOMETRES'))).toBe('kilometres')
    expect(unitOf(indicator('MOST_HOURS'))).toBe('hours')
    expect(unitOf(indicator('SHARE'))).toBeNull()
    expect(['SHARE', 'COUNT', 'MEAN_KILOMETRES'].map((measure) => sentenceOf(indicator(measure as Indicator['measure'])))).toEqual([
      'evaluation.means.share', 'evaluation.means.count', 'evaluation.means.measured',
    ])
  })

  it('without a divisor is no number', () => {
    expect(valueOf(indicator('SHARE'), figure(null))).toBeNull()
    expect(valueOf(indicator('RATIO'), undefined)).toBeNull()
  })
})

const sheet = (from: string, value: number | null): Sheet =>
  ({ question: { subject: 'TOWN', period: { from, to: from }, of: null }, lines: [{ member: { code: '310112101', name: '莘庄镇', nameEn: 'Xinzhuang' }, figures: [figure(value)] }] }) as unknown as Sheet

describe('the charts', () => {
  it('take the months in their order and leave gaps where nothing is known', () => {
    const report = { months: [sheet('2016-10-01', 0.5), sheet('2016-11-01', null), sheet('2016-12-01', 1)] } as unknown as Report
    const points = monthsOf(report, 'closing')
    expect(points.map((point) => point.label)).toEqual(['16-10', '16-11', '16-12'])
    expect(runsOf(points)).toEqual([[{ x: 1 / 6, y: 0.5 }], [{ x: 5 / 6, y: 0 }]])
    expect(monthsOf(report, 'none').every((point) => point.value === null && point.n === 0)).toBe(true)
  })

  it('show every member with its number of cases', () => {
    expect(barsOf(sheet('2016-12-01', 0.5), 'closing')).toEqual([{ code: '310112101', zh: '莘庄镇', en: 'Xinzhuang', value: 0.5, n: 972 }])
    expect(barsOf(sheet('2016-12-01', 0.5), 'none')).toEqual([])
  })
})

import { describe, expect, it } from 'vitest'
import { dayBeside, monthBeside, questionOf, readAsked, writeAsked } from './asked'

describe('the address of the evaluation', () => {
  it('comes back as it was written', () => {
    const hash = '#/evaluation?subject=DEPARTMENT&from=2016-12-01&to=2017-01-01&of=D-ROADS&code=closing&member=D-ROADS'
    expect(writeAsked(readAsked(hash))).toBe(hash)
    const print = '#/evaluation/report?subject=TOWN&from=2016-12-01&to=2017-01-01'
    expect(readAsked(print).print).toBe(true)
    expect(writeAsked(readAsked(print))).toBe(print)
  })

  it('that says nothing asks for the towns in the month that the house is in', () => {
    expect(questionOf(readAsked('#/evaluation'))).toBe('subject=TOWN')
    expect(readAsked('#/evaluation?subject=CITY&from=yesterday')).toMatchObject({ subject: 'TOWN', from: null })
  })
})

describe('periods', () => {
  it('go month by month over the year', () => {
    expect(monthBeside('2016-12-15', 0)).toEqual({ from: '2016-12-01', to: '2017-01-01' })
    expect(monthBeside('2016-12-15', 1)).toEqual({ from: '2017-01-01', to: '2017-02-01' })
    expect(monthBeside('2017-01-31', -1)).toEqual({ from: '2016-12-01', to: '2017-01-01' })
  })

  it('are said with their last day', () => {
    expect(dayBeside('2017-03-01', -1)).toBe('2017-02-28')
    expect(dayBeside('2016-02-28', 1)).toBe('2016-02-29')
  })
})

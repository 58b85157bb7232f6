import { describe, expect, it } from 'vitest'
import { readData, traceQuery, writeData } from './address'

describe('the address of data', () => {
  it('names the catalogue or one data set, with the filters', () => {
    expect(readData('#/data')).toEqual({ code: null, filters: {} })
    expect(readData('#/data?namespace=fire&text=a%20b')).toEqual({ code: null, filters: { namespace: 'fire', text: 'a b' } })
    expect(readData('#/data/fire.hydrants?kind=Used&organisation=D-WATER')).toEqual({ code: 'fire.hydrants', filters: { kind: 'Used', organisation: 'D-WATER' } })
  })

  it('is none of another page', () => {
    for (const hash of ['', '#/', '#/datum', '#/database/a', '#/ledger']) expect(readData(hash)).toBeNull()
  })

  it('is written as it is read', () => {
    const view = { code: 'fire.hydrants', filters: { purpose: 'planning', kind: 'Denied' } }
    expect(readData(writeData(view))).toEqual(view)
    expect(writeData({ code: null, filters: {} })).toBe('#/data')
  })

  it('asks the platform for what it names', () => {
    expect(traceQuery({ code: 'a.b', filters: { kind: 'Used', namespace: 'a' } }, 9)).toBe('kind=Used&before=9')
  })
})

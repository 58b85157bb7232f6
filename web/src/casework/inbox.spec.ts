import { describe, expect, it } from 'vitest'
import { isInbox, keyOf, moved, pagePath, printed, readInbox, tallyText, writeInbox } from './inbox'

const key = (name: string, more = {}) => ({ key: name, ctrlKey: false, metaKey: false, altKey: false, ...more })

describe('the inbox’s address', () => {
  it('says folder, filters and the open case, and reads them again', () => {
    const view = { folder: 'UNIT' as const, filters: { town: '310112101', text: '积水 100%' }, open: 'c-1' }
    expect(readInbox(writeInbox(view))).toEqual(view)
    expect(isInbox(writeInbox(view))).toBe(true)
  })
  it('opens my folder where it says nothing that we know', () => {
    expect(readInbox('#/inbox?folder=LOST&town=')).toEqual({ folder: 'MINE', filters: {}, open: null })
    expect(isInbox('#/inboxes')).toBe(false)
  })
  it('asks the platform for the same', () => {
    expect(pagePath({ folder: 'SOON', filters: { state: 'HANDLING' }, open: 'c-1' }, 'abc')).toBe('/api/inbox?folder=SOON&state=HANDLING&after=abc')
  })
  it('knows the page that is printed', () => {
    expect(printed('#/case/c-1/print')).toBe('c-1')
    expect(printed('#/inbox')).toBeNull()
  })
})

describe('the inbox’s keys', () => {
  it('go down and up and stop at the ends', () => {
    expect(keyOf(key('j'), null)).toBe('down')
    expect(keyOf(key('ArrowUp'), null)).toBe('up')
    expect([moved(0, -1, 3), moved(2, 1, 3), moved(1, 1, 3)]).toEqual([0, 2, 2])
  })
  it('mean nothing while somebody writes, but Escape leaves the field', () => {
    expect(keyOf(key('j'), { tagName: 'INPUT' })).toBeNull()
    expect(keyOf(key('j'), { tagName: 'INPUT', type: 'checkbox' })).toBe('down')
    expect(keyOf(key('Escape'), { tagName: 'INPUT' })).toBe('leave')
  })
  it('leave the browser its own, and a button its Enter', () => {
    expect(keyOf(key('p', { ctrlKey: true }), null)).toBeNull()
    expect(keyOf(key('Enter'), { tagName: 'BUTTON' })).toBeNull()
  })
})

it('says that there are more than it counted', () => {
  expect(tallyText({ folder: 'UNIT', count: 999, more: true })).toBe('999+')
  expect(tallyText({ folder: 'UNIT', count: 12, more: false })).toBe('12')
})

import { describe, expect, it } from 'vitest'
import { say } from './words'

describe('words', () => {
  it('fill their places', () => {
    expect(say({ left: '剩 {span}' }, 'left', { span: '5 分' })).toBe('剩 5 分')
  })

  it('show an untranslated key as itself, so that it is seen', () => {
    expect(say({}, 'case.nowhere')).toBe('case.nowhere')
  })
})

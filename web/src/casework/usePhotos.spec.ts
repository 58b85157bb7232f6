import { describe, expect, it } from 'vitest'
import { whyNot } from './usePhotos'

describe('a photo', () => {
  it('is refused at once when it is no picture, or too large', () => {
    expect(whyNot({ type: 'image/jpeg', size: 5_000 })).toBeNull()
    expect(whyNot({ type: 'application/pdf', size: 5_000 })).toBe('photo.wrongKind')
    expect(whyNot({ type: 'image/png', size: 11 * 1024 * 1024 })).toBe('photo.tooLarge')
  })
})

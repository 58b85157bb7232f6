import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { sha256 } from './digest'

describe('the digest', () => {
  it('is SHA-256 for every length around the blocks’ ends', () => {
    const bytes = Uint8Array.from({ length: 300 }, (_, n) => (n * 131) % 256)
    for (let length = 0; length <= 300; length++) {
      const part = bytes.slice(0, length)
      expect(Buffer.from(sha256(part)).toString('hex')).toBe(createHash('sha256').update(part).digest('hex'))
    }
  })
})

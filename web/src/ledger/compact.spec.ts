import { deflateRawSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { unpacked } from './compact'
import { LONGEST, readProof } from './model'

const CHARACTERS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:'
const digits = (number: number, n: number): string => Array.from({ length: n }, (_, at) => CHARACTERS[Math.floor(number / 45 ** at) % 45]).join('')
const base45 = (bytes: Buffer) =>
  Array.from({ length: Math.ceil(bytes.length / 2) }, (_, n) => (2 * n + 1 < bytes.length ? digits(bytes.readUInt16BE(2 * n), 3) : digits(bytes[2 * n]!, 2))).join('')
const pack = (extra: Buffer, bare: string, length = extra.length) => {
  const head = Buffer.alloc(4)
  head.writeUInt32BE(length)
  return `TLOG-PROOF:${base45(deflateRawSync(Buffer.concat([head, extra, Buffer.from(bare)])))}`
}
/** With a group that means the same only where what is beyond two bytes is dropped. */
const overfull = (text: string): string => {
  const value = (at: number) => [2, 1, 0].reduce((all, n) => all * 45 + CHARACTERS.indexOf(text[at + n]!), 0)
  for (let at = 'TLOG-PROOF:'.length; at + 3 <= text.length; at += 3)
    if (value(at) + 0x10000 < 45 ** 3) return text.slice(0, at) + digits(value(at) + 0x10000, 3) + text.slice(at + 3)
  throw new Error('no such group')
}
const EXTRA = Buffer.from('chengyun.io/opening@v1\nentry AAAA\n闵行')
const BARE = 'c2sp.org/tlog-proof@v1\nindex 7\n\na.example/log\n8\n…\n\n— a.example/log AAAAAAAA\n'

describe('the short form of a proof', () => {
  it('is written as RFC 9285 says', () => {
    expect([base45(Buffer.from('AB')), base45(Buffer.from('Hello!!')), base45(Buffer.from('base-45'))]).toEqual(['BB8', '%69 VD92EX0', 'UJCLQE7W581'])
  })

  it('is unpacked to the file that it stands for, with what is shown in its place', async () => {
    expect(await unpacked(pack(EXTRA, BARE))).toBe(BARE.replace('index', `extra ${EXTRA.toString('base64')}\nindex`))
    expect(await unpacked(`${pack(Buffer.alloc(0), BARE)}\n`)).toBe(BARE)
  })

  it('leaves any other text as it is', async () => {
    expect(await unpacked(BARE)).toBe(BARE)
  })

  it.each([
    ['a letter that is none of the 45', `${pack(EXTRA, BARE).slice(0, 40)}a`],
    ['a group beyond two bytes', overfull(pack(EXTRA, BARE))],
    ['one letter too many', 'TLOG-PROOF:BB8B'],
    ['an end too early', pack(EXTRA, BARE).slice(0, -30)],
    ['nothing', 'TLOG-PROOF:'],
    ['less shown than it says', pack(EXTRA, BARE, 5_000)],
    ['more than a proof may be', pack(Buffer.alloc(LONGEST + 1), BARE)],
  ])('with %s says that it cannot be unpacked', async (_, text) => {
    expect(await unpacked(text)).toBe(text)
    expect(readProof(text)).toEqual({ fault: 'PACKED' })
  })
})

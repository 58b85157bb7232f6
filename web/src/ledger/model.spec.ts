import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { FAULTS, pasted, readProof, short, type Proof } from './model'

/** Record 20 of a demo's log of 544, as GET /api/ledger/proofs/20 gave it; proof.jar calls it valid. */
const REAL = `c2sp.org/tlog-proof@v1
extra Y2hlbmd5dW4uaW8vb3BlbmluZ0B2MQplbnRyeSBBUUFBQWFJWVpacHdBQUFBQUJWRXl4czdJN2hNSUhxYVM0Y2tseEdVUnJmUlZNZjdHNHNiZ2pmZ3dIOFI3RHNqR3JlNVR5UlRRdzJmbk4rS1c2MGFOZVhtWkxEZTE2RTIvRkxMUThzPQpzYWx0IElmbUd0WDZya0dTZStsRXVVd0FramR0VEdVRzY3NnBnR20yaThDcGhzY2M9CmNoZW5neXVuLmlvL3JlY29yZEB2MQpudW1iZXIgMjAKYXQgMjAyNi0xMS0yNlQxNTowNzoyMS41ODRaCnR5cGUgc2Vuc2luZy5TdHJlYW1SZWdpc3RlcmVkCnN1YmplY3Qgc3RyZWFtLTE2CnsiYXQiOiIyMDI2LTExLTI2VDE1OjA3OjIxLjU4NFoiLCJub3ciOnsiaWQiOjE2LCJpbnRlcnZhbCI6IlBUNU0iLCJuYW1lIjoi5Y+k576O6Lev6KGX6YGT5LiL56m/6YGT56ev5rC055uR5rWL54K5IOenr+awtOa3seW6piIsInBvc2l0aW9uIjp7ImxhdCI6MzEuMTQxNjk4NDA3MjM2NTE1LCJsb24iOjEyMS4zOTY5OTc3MDEzODc1NX0sInByb3BlcnR5Ijoid2F0ZXJfZGVwdGgiLCJ0aGluZ0lkIjoidW5kZXJwYXNzLTAyIiwidGhpbmdOYW1lIjoi5Y+k576O6Lev6KGX6YGT5LiL56m/6YGT56ev5rC055uR5rWL54K5IiwidW5pdCI6ImNtIn19
index 19
pFTRIvkUcHr6/iU128NXKQXOLbk5c0MRa4+E+QpCBTQ=
c1b7ArkAde70NiFBe/Hj5eWNj3ccvBp6ZjjOHZPdBFg=
CGXV/czYVG5zlFxiV3/baTMB/ON4VPEiZwOjKSSYiYo=
JyfyRdLEhZKOAH5Ym2TvC6gvAfjmmXVoZEZtNqC5pdo=
1aeFJT8ICV2vx4zqZS92MO6nzxbCkq0Hb3bIS8ulih4=
r75YeAS7pbjjF3Wommnw5c4uMaaZypuE0Yxki1n8YgE=
hVVkYa4S0nA8bt53ICzE4KkkYm5YWXaWujJTEn3RfSI=
uFxkbG9d8TlC4GGrBTEJbsELKeo/uAVfR3KLzgVMgug=
Dv4+KQeS/FmmQ5EJ8zM6oIAy+JhHIrtxyeOZq3ne1Mg=
ADM3w17AfzfGPpeSW5+uzSI5PcLIFE+kHF3tPEqSusg=

demo.chengyun.local/log
544
Gfng3imUfQzO8WYdaMz+HmemrZEAC46wmdqPD1Zrz/g=

— demo.chengyun.local/log XbrCDClclmHxy5yOxmYRzle3Pkl0FAfMclPVjf7UwgO1RAHVBnIOjc4uHchMi80m3BLc2FxljkVwBDYjLNBNbwLwcgk=
`
const proofOf = (text: string): Proof => {
  const read = readProof(text)
  if ('fault' in read) throw new Error(read.fault)
  return read
}
const faultOf = (text: string) => {
  const read = readProof(text)
  return 'fault' in read ? read.fault : null
}
const base64 = (text: string) => Buffer.from(text).toString('base64')
/** The same proof with something else said beside it. */
const beside = (extra: (opening: string) => string) =>
  REAL.replace(/^extra (.*)$/m, (_, said: string) => `extra ${base64(extra(Buffer.from(said, 'base64').toString()))}`)

describe('a proof', () => {
  it('is read from the file that the platform gives', () => {
    const proof = proofOf(REAL)
    expect(proof).toMatchObject({ number: 20n, size: 544n, origin: 'demo.chengyun.local/log', signers: ['demo.chengyun.local/log'] })
    expect(proof.words).toMatchObject({
      kind: 'SHOWN',
      record: { number: '20', at: '2026-11-26T15:07:21.584Z', type: 'sensing.StreamRegistered', subject: 'stream-16' },
    })
    expect(proof.words.kind === 'SHOWN' && JSON.parse(proof.words.record.payload)).toMatchObject({ now: { thingId: 'underpass-02' } })
  })

  it('leads from its leaf to the root that was signed, each sibling on its side', () => {
    const { path } = proofOf(REAL)
    expect(path.reached).toBe(path.root)
    expect(path.root).toBe(Buffer.from('Gfng3imUfQzO8WYdaMz+HmemrZEAC46wmdqPD1Zrz/g=', 'base64').toString('hex'))
    // 19 is 10011 in twos: left, left, right, right, left, and right for all the rest
    expect(path.steps.map(({ side }) => side[0]).join('')).toBe('LLRRLRRRRR')
    expect(path.steps.at(-1)!.node).toBe(path.root)
  })

  it('does not lead there when a letter of its path, its entry or its place was changed', () => {
    expect(proofOf(REAL.replace('pFTRIvkU', 'pFTRIvkV')).path).toMatchObject({ reached: expect.not.stringMatching(proofOf(REAL).path.root) })
    const other = proofOf(REAL.replace('index 19', 'index 18'))
    expect(other.path.reached).not.toBe(other.path.root)
    const entry = proofOf(beside((opening) => opening.replace('entry AQ', 'entry Ag')))
    expect(entry.path.reached).not.toBe(entry.path.root)
  })

  it('reaches nothing where no tree of its size has such a path', () => {
    expect(proofOf(REAL.replace('\n544\n', '\n19\n')).path.reached).toBeNull()
    expect(proofOf(REAL.replace('\n544\n', '\n20\n')).path.reached).toBeNull()
    expect(proofOf(REAL.replace(/ADM3.*\n/, '')).path.reached).toBeNull()
  })

  it('says that the words were erased when only the entry is shown, and still leads to the root', () => {
    const proof = proofOf(beside((opening) => opening.split('\n').slice(0, 2).join('\n') + '\n'))
    expect(proof.words).toEqual({ kind: 'ERASED' })
    expect(proof.path.reached).toBe(proof.path.root)
  })

  it('names the organisation whose key signed it, and reads the words behind that', () => {
    const signed = base64('c2sp.org/tlog-proof@v1\nindex 0\n\ncity.example/log/D-WATER/20\n1\nAAAA\n\n\u2014 city.example/log/D-WATER AAAAAAAA\n'.replace('AAAA\n\n', `${'A'.repeat(43)}=\n\n`))
    const proof = proofOf(beside((opening) => opening.replace('\nsalt ', `\nsigned ${signed}\nsalt `)))
    expect(proof.actor).toBe('city.example/log/D-WATER')
    expect(proof.words.kind).toBe('SHOWN')
    expect(proofOf(REAL).actor).toBeNull()
    const erased = proofOf(beside((opening) => `${opening.split('\n').slice(0, 2).join('\n')}\nsigned ${signed}\n`))
    expect([erased.words.kind, erased.actor]).toEqual(['ERASED', 'city.example/log/D-WATER'])
  })

  it('says that words beside it are no record', () => {
    expect(proofOf(beside((opening) => opening.replace('record@v1', 'record@v2'))).words).toEqual({ kind: 'UNREADABLE' })
    expect(proofOf(beside((opening) => opening.replace('\ntype ', '\nkind '))).words).toEqual({ kind: 'UNREADABLE' })
    expect(proofOf(beside((opening) => opening.replace('\nsalt ', '\npepper '))).words).toEqual({ kind: 'UNREADABLE' })
  })

  it.each([
    ['TITLE', 'what is no proof at all'],
    ['TITLE', REAL.replace('@v1', '@v2')],
    ['GAP', REAL.slice(0, REAL.indexOf('\n\n'))],
    ['EXTRA', REAL.replace('extra Y2', 'extra **')],
    ['INDEX', REAL.replace('index 19', 'index 019')],
    ['INDEX', REAL.replace('index 19\n', '')],
    ['PATH', REAL.replace('pFTRIvkU', 'pFTR')],
    ['PATH', REAL.replace('+QpCBTQ=', '+QpCBTR=')],
    ['PATH', REAL.replace(/^(ADM3.*\n)/m, '$1'.repeat(60))],
    ['SIGNATURES', REAL.trimEnd()],
    ['SIGNATURES', REAL.replace('\u2014', '-')],
    ['CHECKPOINT', REAL.replace('\n544\n', '\n-1\n')],
    ['CHECKPOINT', REAL.replace('Gfng3imU', '')],
    ['OPENING', beside(() => 'something else')],
    ['OPENING', REAL.replace(/^extra .*\n/m, '')],
  ])('that cannot be read says why: %s', (fault, text) => {
    expect(faultOf(text)).toBe(fault)
    expect(FAULTS).toContain(fault)
  })

  it('never throws, wherever it ends and whatever letter is another', () => {
    const damaged = Array.from({ length: Math.floor(REAL.length / 5) }, (_, n) => [REAL.slice(0, 5 * n), `${REAL.slice(0, 5 * n)}\u0000${REAL.slice(5 * n + 1)}`]).flat()
    expect(() => damaged.forEach((text) => readProof(text))).not.toThrow()
    expect(() => readProof(beside(() => `chengyun.io/opening@v1\nentry ${'AAAA'.repeat(200_000)}\n`))).not.toThrow()
    expect(() => readProof(REAL.replace(/^extra .*$/m, 'extra /////w=='))).not.toThrow()
  })

  it('is the same after a letter or a terminal had it', () => {
    expect(pasted(`\n  ${REAL.trimEnd().replaceAll('\n', '\r\n')}`)).toBe(REAL)
    expect(short(proofOf(REAL).path.root)).toBe('19f9e0de')
  })
})

describe('a path', () => {
  const digest = (...parts: Buffer[]) => createHash('sha256').update(Buffer.concat(parts)).digest()
  const entries = Array.from({ length: 21 }, (_, n) => Buffer.from(`entry ${n}`))
  /** RFC 6962, 2.1, word by word: another way than the page's. */
  const root = (of: Buffer[]): Buffer => {
    if (of.length === 1) return digest(Buffer.of(0), of[0]!)
    const half = 2 ** Math.ceil(Math.log2(of.length) - 1)
    return digest(Buffer.of(1), root(of.slice(0, half)), root(of.slice(half)))
  }
  const climb = (index: number, of: Buffer[]): Buffer[] => {
    if (of.length === 1) return []
    const half = 2 ** Math.ceil(Math.log2(of.length) - 1)
    return index < half ? [...climb(index, of.slice(0, half)), root(of.slice(half))] : [...climb(index - half, of.slice(half)), root(of.slice(0, half))]
  }

  const file = (index: number, hashes: string, size: number, of: Buffer) =>
    `c2sp.org/tlog-proof@v1\nextra ${base64(`chengyun.io/opening@v1\nentry ${entries[index % size]!.toString('base64')}\n`)}\nindex ${index}\n${hashes}\na.example/log\n${size}\n${of.toString('base64')}\n\n\u2014 a.example/log AAAAAAAA\n`

  it('reaches nothing from a place that its tree does not have', () => {
    expect(proofOf(file(0, '', 1, root(entries.slice(0, 1)))).path.reached).not.toBeNull()
    expect(proofOf(file(1, '', 1, root(entries.slice(0, 1)))).path.reached).toBeNull()
  })

  it('reaches the root from every place in trees of every size', () => {
    for (let size = 1; size <= entries.length; size++) {
      const of = entries.slice(0, size)
      for (let index = 0; index < size; index++) {
        const hashes = climb(index, of).map((hash) => `${hash.toString('base64')}\n`).join('')
        const { path } = proofOf(file(index, hashes, size, root(of)))
        expect([size, index, path.reached]).toEqual([size, index, path.root])
      }
    }
  })
})

import { IDBFactory } from 'fake-indexeddb'
import { beforeEach, describe, expect, it } from 'vitest'
import { Refusal, readProblem } from '@/lib/http'
import { openDrawer } from './drawer'
import { sendAll, type Door, type Entry, type Piece } from './queue'

const piece = (id: string): Piece => ({ id, kind: null, type: 'image/jpeg', bytes: new Uint8Array([1, 2, 3]).buffer, lon: 121.41, lat: 31.08, at: 1, sent: false })
const entry = (clientId: string, at = 1, change: Partial<Entry> = {}): Entry => ({
  clientId, by: 'cheng', at, title: '积水', report: { caseClass: '0506', title: '积水', description: '', lon: 121.41, lat: 31.08, source: 'PATROL' },
  caseId: null, pieces: [piece(`${clientId}-1`), piece(`${clientId}-2`)], refused: null, ...change,
})

/** A platform that knows a report again by its key and a photo by its case and bytes, and can be told to fail. */
class Platform implements Door {
  readonly cases = new Map<string, string>()
  readonly photos = new Set<string>()
  calls: string[] = []
  /** Thrown at the call of this number instead of an answer; `lost` = it was done, but the answer never came. */
  trouble: { at: number; thrown: unknown; lost: boolean } | null = null

  private call(what: string, done: () => void): void {
    this.calls.push(what)
    const now = this.trouble?.at === this.calls.length ? this.trouble : null
    if (!now || now.lost) done()
    if (now) throw now.thrown
  }

  async report(_: unknown, clientId: string): Promise<string> {
    this.call(`report ${clientId}`, () => this.cases.set(clientId, this.cases.get(clientId) ?? `c-${this.cases.size + 1}`))
    return this.cases.get(clientId)!
  }

  async piece(caseId: string, { id }: Piece): Promise<void> {
    this.call(`piece ${caseId} ${id}`, () => this.photos.add(`${caseId} ${id}`))
  }
}

const status = (code: number) => new Refusal(readProblem(code, { code: `test:${code}`, detail: 'no' }, null))
const gone = new TypeError('Failed to fetch')
let disk: IDBFactory
let platform: Platform

beforeEach(() => {
  disk = new IDBFactory()
  platform = new Platform()
})

async function sendFrom(by = 'cheng') {
  const drawer = await openDrawer(disk)
  const outcome = await sendAll(by, platform, drawer)
  const left = await drawer.all()
  drawer.close()
  return { outcome, left }
}
async function keep(...entries: Entry[]): Promise<void> {
  const drawer = await openDrawer(disk)
  for (const each of entries) await drawer.put(each)
  drawer.close()
}

describe('the queue', () => {
  it('survives a restart with its photos and is sent once', async () => {
    await keep(entry('a'))
    const drawer = await openDrawer(disk)
    expect([...new Uint8Array((await drawer.all())[0]!.pieces[0]!.bytes)]).toEqual([1, 2, 3])
    drawer.close()
    expect(await sendFrom()).toEqual({ outcome: 'sent', left: [] })
    await sendFrom()
    expect(platform.calls).toEqual(['report a', 'piece c-1 a-1', 'piece c-1 a-2'])
  })

  it.each([1, 2, 3])('goes on where it was when the line breaks at call %i, even when only the answer was lost', async (at) => {
    for (const lost of [false, true]) {
      disk = new IDBFactory()
      platform = new Platform()
      platform.trouble = { at, thrown: gone, lost }
      await keep(entry('a'))
      expect((await sendFrom()).outcome).toBe('later')
      platform.trouble = null
      expect((await sendFrom()).left).toEqual([])
      expect([...platform.cases.keys()]).toEqual(['a'])
      expect([...platform.photos]).toEqual(['c-1 a-1', 'c-1 a-2'])
    }
  })

  it('has written down which case it became before the first photo goes, so that a restart does not report again', async () => {
    await keep(entry('a'))
    platform.trouble = { at: 2, thrown: gone, lost: false }
    const drawer = await openDrawer(disk)
    const seen: (string | null)[] = []
    const looking: Door = {
      report: (body, clientId) => platform.report(body, clientId),
      piece: async (caseId, each) => {
        seen.push((await drawer.all())[0]!.caseId)
        await platform.piece(caseId, each)
      },
    }
    await sendAll('cheng', looking, drawer)
    drawer.close()
    expect(seen).toEqual(['c-1'])
    platform.trouble = null
    expect((await sendFrom()).left).toEqual([])
    expect(platform.calls.filter((call) => call.startsWith('report'))).toEqual(['report a'])
    expect([...platform.photos]).toEqual(['c-1 a-1', 'c-1 a-2'])
  })

  it.each([500, 502, 503, 408, 429])('keeps everything and stops when the platform answers %i', async (code) => {
    platform.trouble = { at: 1, thrown: status(code), lost: false }
    await keep(entry('a'), entry('b', 2))
    const { outcome, left } = await sendFrom()
    expect(outcome).toBe('later')
    expect(left.map((each) => [each.clientId, each.refused])).toEqual([['a', null], ['b', null]])
    expect(platform.calls).toHaveLength(1)
  })

  it('keeps what the platform refuses for a person to look at, and sends the rest', async () => {
    platform.trouble = { at: 1, thrown: status(422), lost: false }
    await keep(entry('a'), entry('b', 2))
    const { left } = await sendFrom()
    expect(left.map((each) => [each.clientId, each.refused?.code])).toEqual([['a', 'test:422']])
    expect(left[0]!.pieces[0]!.bytes.byteLength).toBe(3)
    const before = platform.calls.length
    await sendFrom()
    expect(platform.calls).toHaveLength(before)
  })

  it('remembers the case when one of its photos is refused', async () => {
    platform.trouble = { at: 3, thrown: status(422), lost: false }
    await keep(entry('a'))
    const [left] = (await sendFrom()).left
    expect([left!.caseId, left!.pieces.map((each) => each.sent)]).toEqual(['c-1', [true, false]])
    expect(left!.pieces.map((each) => each.bytes.byteLength)).toEqual([0, 3])
  })

  it('asks to sign in and keeps everything when the session is over', async () => {
    platform.trouble = { at: 1, thrown: status(401), lost: false }
    await keep(entry('a'))
    expect(await sendFrom()).toMatchObject({ outcome: 'sign-in', left: [{ clientId: 'a', refused: null }] })
  })

  it('sends the oldest first, and nothing in another person’s name', async () => {
    await keep(entry('b', 2), entry('a', 1), entry('x', 0, { by: 'wang' }))
    const { left } = await sendFrom()
    expect(platform.calls.filter((call) => call.startsWith('report'))).toEqual(['report a', 'report b'])
    expect(left.map((each) => each.clientId)).toEqual(['x'])
  })

  it('sends photos for a case that there is without reporting it again', async () => {
    await keep(entry('a', 1, { report: null, caseId: 'c-9' }))
    await sendFrom()
    expect(platform.calls).toEqual(['piece c-9 a-1', 'piece c-9 a-2'])
  })
})

describe('what was last seen', () => {
  it('is read again after a restart, and gone when its owner leaves; what waits stays', async () => {
    await keep(entry('a'))
    const first = await openDrawer(disk)
    await first.keep('tasks cheng', { at: 5, cards: [] })
    first.close()
    const second = await openDrawer(disk)
    expect(await second.recall('tasks cheng')).toEqual({ at: 5, cards: [] })
    await second.forget()
    expect(await second.recall('tasks cheng')).toBeUndefined()
    expect(await second.all()).toHaveLength(1)
  })
})

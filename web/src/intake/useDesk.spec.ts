import { nextTick } from 'vue'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { useDesk } from './useDesk'

const COVER = { code: '3101120103000008', caseClass: 'P0103', lon: 121.4029, lat: 31.0394, owner: 'D-WATER', maintainer: 'D-DRAINAGE', metres: null }
const SPOT = { position: { lon: 121.41, lat: 31.08 }, placement: { town: '310112101' } }
const sent: Record<string, unknown>[] = []

function answering(status: number): void {
  vi.stubGlobal('fetch', (path: string, init?: RequestInit) => {
    if (path.endsWith('/places')) return Promise.resolve(new Response(JSON.stringify({ spots: [SPOT] })))
    if (!path.endsWith('/requests')) return Promise.resolve(new Response('{"cases":[]}'))
    sent.push(JSON.parse(String(init?.body)) as Record<string, unknown>)
    return Promise.resolve(new Response('{"id":"R1","code":"intake:no-such-asset"}', { status }))
  })
}
afterEach(() => {
  sent.length = 0
  vi.unstubAllGlobals()
})

describe('a call', () => {
  it('goes out with the part that is meant, at the place that was found', async () => {
    answering(201)
    const { call, ready, part, send, locate } = useDesk()
    Object.assign(call, { service: 'P0103', description: '井盖没了', address: '沪闵路', asset: COVER.code })
    part.value = COVER
    await locate()
    expect(ready.value).toBe(true)
    await send()
    expect(sent[0]).toMatchObject({ asset: COVER.code, lon: 121.41, lat: 31.08 })
  })

  it('is where its part is, if the caller knows no address', async () => {
    answering(201)
    const { call, ready, part, send } = useDesk()
    Object.assign(call, { service: 'P0103', description: '井盖没了', asset: COVER.code })
    expect(ready.value).toBe(false)
    part.value = COVER
    expect(ready.value).toBe(true)
    await send()
    expect(sent[0]).toMatchObject({ asset: COVER.code, lon: COVER.lon, lat: COVER.lat })
  })

  it('waits while its part is no part', () => {
    const { call, ready, part, wrongPart } = useDesk()
    Object.assign(call, { service: 'P0103', description: '井盖没了', asset: '1' })
    part.value = COVER
    wrongPart.value = true
    expect(ready.value).toBe(false)
  })

  it('sends no part where none is named, and forgets what was said of another code', async () => {
    answering(422)
    const { call, part, problem, send } = useDesk()
    Object.assign(call, { service: 'P0103', description: '井盖没了' })
    part.value = COVER
    await send()
    expect(sent[0]).toMatchObject({ asset: null })
    expect(problem.value?.code).toBe('intake:no-such-asset')
    call.asset = '2'
    await nextTick()
    expect(problem.value).toBeNull()
  })
})

// @vitest-environment happy-dom
import { createApp, h } from 'vue'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { forgetPeople } from '@/kit/usePeople'
import { addMessages } from '@/lib/words'
import CasePage from './CasePage.vue'

type Given = { take: (caseClass: string) => Promise<void>; may: (action: string) => boolean }

const piece = (id: string, kind: string | null, doubts: string[]) => ({ id, kind, doubts, type: 'image/jpeg', lon: 121.4, lat: 31.1, takenAt: '2026-11-23T01:00:00Z', by: 'zhang' })
const PIECES = [piece('p1', 'BEFORE', []), piece('p2', 'VOICE', ['FAR']), piece('p3', null, ['OTHER_PLACE', 'OTHER_TIME'])]
const PART = '3101120103000008'
const ZHANG = { id: 'zhang', roles: ['INSPECTOR'], organisation: 'T310112102', name: '张三', nameEn: 'Zhang San' }
const LINES = ['zhang', 'left-long-ago', 'house'].map((by, at) => ({ number: at + 1, at: '2026-11-23T01:00:00Z', type: 'casework.Reported', by, organisation: 'T310112102', note: null as string | null, legalGround: null, evidence: [] }))
const RELIEVED = ['zhang → left-long-ago', 'zhang → T310112102'].map((note, at) => ({ ...LINES[2]!, number: at + 4, type: 'casework.Relieved', note }))
const sent: { path: string; body: unknown }[] = []
let stop = () => {}
let given: Given | undefined

function answerOf(caseClass: string, actions: string[], version: number) {
  const card = { id: 'c-1', version, caseClass, title: '积水', state: 'PENDING_FILING', stage: 'FILE', lon: 121.4, lat: 31.1, town: '310112101', openedAt: '2026-11-23T01:00:00Z', changedAt: '2026-11-23T01:00:00Z', holder: { organisation: 'D310112', person: 'zhang' } }
  const ties = { asked: 1, mergedInto: null, splitFrom: null, joint: null }
  const file = { holder: card.holder, course: { waiting: { request: null, suspendedUntil: null, errand: { person: 'zhang', metres: 120, seenAt: '2026-11-23T01:00:00Z', area: null, until: '2026-11-23T09:00:00Z', onShift: 2 } }, ties, evidence: [], result: { inspection: null, callBack: null, contact: { dueAt: '2026-11-24T01:00:00Z', at: '2026-11-23T02:00:00Z', by: 'u-1' }, effort: { crewHours: 4, kilometres: null } } }, origin: { source: 'CITIZEN' }, matter: { description: '积水很深，走不过去', spot: { site: { road: null, number: null, asset: PART } } } }
  return { card, file, timeline: [...LINES, ...RELIEVED], actions: actions.map((action) => ({ action, needs: [] })) }
}

/** A case of class 0506 before the acceptor; once it is reclassified it may be filed. */
function show(actions: string[], then: string[]): void {
  const answers: Record<string, unknown> = {
    '/api/cases/c-1': answerOf('0506', actions, 3),
    '/api/cases/c-1/photos': PIECES,
    [`/api/assets/${PART}`]: { code: PART, caseClass: 'P0103', lon: 121.4, lat: 31.1, owner: 'D-WATER', maintainer: 'D-DRAINAGE', metres: null },
    '/api/cases/c-1/actions/reclassify': answerOf('0599', then, 4),
  }
  vi.stubGlobal('fetch', (path: string, said?: RequestInit) => {
    if (said?.method === 'POST') sent.push({ path, body: JSON.parse(String(said.body)) })
    const found = path.startsWith('/api/staff?') ? [ZHANG] : answers[path]
    return Promise.resolve(new Response(JSON.stringify(found ?? {}), { status: found ? 200 : 404 }))
  })
  document.body.innerHTML = '<div id="here"></div>'
  const app = createApp({
    render: () => h(CasePage, { id: 'c-1', cards: [], roles: [], readOnly: false }, { advice: (of: Given) => ((given = of), h('i')) }),
  })
  app.mount('#here')
  stop = () => app.unmount()
}
const find = (id: string) => document.querySelector<HTMLElement>(`[data-testid="${id}"]`)

beforeEach(() => {
  forgetPeople()
  addMessages('zh', { 'person.named': '{post} {name}', 'person.at': '{organisation} {who}', 'errand.seen': '{person}', 'said.relieved.post': '{from} › {to}', 'said.relieved.other': '{from} » {to}' })
})

afterEach(() => {
  stop()
  sent.length = 0
  given = undefined
  vi.unstubAllGlobals()
})

describe('the page of a case', () => {
  it('shows each piece of evidence with its kind and what does not fit about it', async () => {
    show([], [])
    await vi.waitFor(() => expect(document.querySelectorAll('[data-testid="evidence"]')).toHaveLength(3))
    const [before, voice, unsaid] = [...document.querySelectorAll<HTMLElement>('[data-testid="evidence"]')]
    expect(before!.textContent).toContain('evidence.BEFORE')
    expect(before!.querySelector('[data-testid="doubt"]')).toBeNull()
    expect(voice!.querySelector('audio')!.getAttribute('src')).toBe('/api/photos/p2')
    expect(voice!.textContent).toContain('doubt.FAR')
    expect(unsaid!.textContent).toContain('evidence.unsaid')
    expect([...unsaid!.querySelectorAll('[data-testid="doubt"]')].map((each) => each.textContent)).toEqual(['doubt.OTHER_PLACE', 'doubt.OTHER_TIME'])
  })

  it('names people by post and name wherever they stand, and whom nobody knows by the id', async () => {
    show([], [])
    const who = () => [...document.querySelectorAll('[data-testid="timeline"] .who > span:first-child')].map((each) => each.textContent)
    await vi.waitFor(() => expect(who()).toEqual(['person.house', 'person.house', 'person.house', 'left-long-ago', 'INSPECTOR 张三']))
    expect([...document.querySelectorAll('[data-testid="timeline"] .note')].map((each) => each.textContent)).toEqual(['INSPECTOR 张三 › T310112102', 'INSPECTOR 张三 » left-long-ago'])
    expect(document.querySelector('[data-testid="evidence"] small')!.textContent).toContain('T310112102 INSPECTOR 张三')
    expect(find('case-errand')!.textContent).toContain('T310112102 INSPECTOR 张三')
    expect(document.querySelector('.holder')!.textContent).toContain('INSPECTOR 张三')
    expect(document.body.textContent).not.toContain('zhang')
  })

  it('shows the part that it is about, and whose that is', async () => {
    show([], [])
    await vi.waitFor(() => expect(find('case-asset')?.textContent).toContain('asset.whose'))
    expect(find('case-asset')!.textContent).toContain(PART)
  })

  it('sends the part that the acceptor names with the filing', async () => {
    show(['file'], [])
    await vi.waitFor(() => expect(find('action-file')).not.toBeNull())
    find('action-file')!.click()
    await vi.waitFor(() => expect(find('asset-code')).not.toBeNull())
    const input = find('asset-code') as HTMLInputElement
    input.value = PART
    input.dispatchEvent(new Event('input'))
    await vi.waitFor(() => expect(find('asset-said')!.textContent).toContain('asset.whose'))
    find('action-form')!.dispatchEvent(new Event('submit'))
    await vi.waitFor(() => expect(sent).toEqual([{ path: '/api/cases/c-1/actions/file', body: { version: 3, asset: PART } }]))
  })

  it('says whether whoever asked was contacted in time, and what the handling took', async () => {
    show([], [])
    await vi.waitFor(() => expect(find('case-contact')?.dataset.how).toBe('made'))
    expect(find('case-effort')!.textContent).toContain('effort.crewHours')
    expect(find('case-effort')!.textContent).not.toContain('effort.kilometres')
  })

  it('says what was written where the title does not say all of it', async () => {
    show([], [])
    await vi.waitFor(() => expect(find('case-told')?.textContent).toBe('积水很深，走不过去'))
  })

  it('takes another class that was proposed: reclassified with the reason, and its filing begun', async () => {
    show(['reclassify', 'file'], ['reclassify', 'file'])
    await vi.waitFor(() => expect(given).toBeDefined())
    await given!.take('0599')
    expect(sent).toEqual([{ path: '/api/cases/c-1/actions/reclassify', body: { version: 3, caseClass: '0599', note: 'case.taken' } }])
    await vi.waitFor(() => expect(find('action-form')).not.toBeNull())
  })

  it('takes the class that it has by beginning to file, and nothing is sent for it', async () => {
    show(['reclassify', 'file'], [])
    await vi.waitFor(() => expect(given).toBeDefined())
    await given!.take('0506')
    await vi.waitFor(() => expect(find('action-form')).not.toBeNull())
    expect(sent).toEqual([])
  })

  it('opens no form while the case cannot be filed yet', async () => {
    show(['reclassify'], ['accept'])
    await vi.waitFor(() => expect(given).toBeDefined())
    await given!.take('0599')
    expect(sent).toHaveLength(1)
    expect(find('action-form')).toBeNull()
  })
})

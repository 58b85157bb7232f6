// @vitest-environment happy-dom
import { createApp, h } from 'vue'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { forgetTime } from '@/lib/house'
import { addMessages } from '@/lib/words'
import kit from '@/kit/words.zh.json'
import type { Board, Card, Sheet, Trace } from '../api'
import zh from '../words.zh.json'
import CataloguePage from './CataloguePage.vue'
import DataSetPage from './DataSetPage.vue'

const NOW = '2026-11-26T08:00:00Z'
const set: Card['set'] = {
  code: 'fire.hydrants', from: '2000-01-01', title: { zh: '消火栓', en: 'Hydrants' }, owner: 'D-FIRE', grade: 'IMPORTANT', key: 'id',
  terms: { sharing: 'CONDITIONAL', every: 'PT24H' },
  fields: [{ name: 'id', meaning: { zh: '编号', en: 'Number' }, unit: '', grade: 'GENERAL' }, { name: 'pressure', meaning: { zh: '水压', en: 'Pressure' }, unit: 'MPa', grade: 'IMPORTANT' }],
}
const version = { number: 2, digest: 'ab'.repeat(32), rows: 30, change: { added: 1, removed: 2, changed: 3 }, source: '消防支队月报', purpose: 'operation', by: 'steward-fire', at: '2026-11-20T08:00:00Z' }
const board: Board = {
  namespaces: [{ code: 'fire', zh: '消防', en: 'Fire' }], purposes: [{ code: 'operation', zh: '日常管理', en: 'Daily operation' }, { code: 'planning', zh: '规划研究', en: 'Planning' }],
  sets: [{ set, state: 'UNKNOWN', version }], now: NOW,
}
const share = { id: 'share-1', set: set.code, organisation: 'D-WATER', purpose: 'planning', grade: 'GENERAL' as const, until: '2026-11-25', by: 'steward-fire', revokedAt: null }
const nothing = { version: null, share: null, use: null, denial: null }
const traces: Trace[] = [
  { number: 9, kind: 'Used', at: NOW, by: 'h-1', organisation: 'D-WATER', purpose: 'planning', matter: { ...nothing, use: { version: 2, digest: version.digest, given: 'cd'.repeat(32), grade: 'GENERAL', fields: ['id'], rows: 30 } } },
  { number: 7, kind: 'Denied', at: NOW, by: 'h-2', organisation: 'D-ROADS', purpose: 'planning', matter: { ...nothing, denial: { tried: 'use', why: 'exchange:not-shared' } } },
]
const sheet = (may: Sheet['may']): Sheet => ({ card: board.sets[0]!, versions: [version], shares: [share], may, now: NOW })
let stop = () => {}
let asked: string[] = []

async function show(page: typeof DataSetPage | typeof CataloguePage, hash: string, may = { keep: true, oversee: true }): Promise<void> {
  vi.useFakeTimers()
  asked = []
  vi.stubGlobal('fetch', (path: string, init?: RequestInit) => {
    asked.push(`${init?.method ?? 'GET'} ${path}`)
    if (path.endsWith('/api/datasets')) return Promise.resolve(new Response(JSON.stringify(board)))
    if (path.includes('/traces')) return Promise.resolve(new Response(JSON.stringify({ traces, next: 7 })))
    if (path.includes('/versions') && init?.method === 'POST')
      return Promise.resolve(new Response(JSON.stringify({ version: null, same: false, problems: [{ row: 3, column: 'pressure', remedy: 'begins like a formula' }] }), { status: 422 }))
    if (path.includes('/versions/')) return Promise.resolve(new Response(JSON.stringify({ code: 'exchange:not-shared' }), { status: 403 }))
    if (path.includes('/api/datasets/')) return Promise.resolve(new Response(JSON.stringify(sheet(may))))
    return Promise.resolve(new Response(JSON.stringify([{ code: 'D-WATER', name: '水务局', nameEn: 'Water', kind: 'department' }])))
  })
  addMessages('zh', { ...kit, ...zh })
  location.hash = hash
  document.body.innerHTML = '<div id="here"></div>'
  const app = createApp({ render: () => h(page as typeof DataSetPage) })
  app.mount('#here')
  stop = () => app.unmount()
  await vi.advanceTimersByTimeAsync(100)
}
const find = <T extends HTMLElement>(id: string) => document.querySelector<T>(`[data-testid="${id}"]`)
async function put(id: string, value: string): Promise<void> {
  const field = find<HTMLSelectElement>(id)!
  field.value = value
  field.dispatchEvent(new Event('change'))
  await vi.advanceTimersByTimeAsync(100)
}

afterEach(() => {
  stop()
  forgetTime()
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

describe('the catalogue', () => {
  it('shows who answers for a data set, where it is from, and that it is unknown past its time', async () => {
    await show(CataloguePage, '#/data')
    const row = find('set-fire.hydrants')!
    expect(row.textContent).toContain('消防支队月报')
    expect(row.textContent).toContain('重要')
    expect(row.querySelector<HTMLElement>('[data-state]')!.textContent).toContain('未知')
    expect(row.querySelector('a')!.getAttribute('href')).toBe('#/data/fire.hydrants')
  })

  it('keeps its filter in the address', async () => {
    await show(CataloguePage, '#/data')
    await put('namespace', 'fire')
    expect(location.hash).toBe('#/data?namespace=fire')
  })
})

describe('a data set', () => {
  it('shows its owner who used it and who was refused, each with its proof', async () => {
    await show(DataSetPage, '#/data/fire.hydrants')
    expect(find('trace-9')!.textContent).toContain('规划研究')
    expect(find('trace-9')!.textContent).toContain('字段：id')
    expect(find('proof-9')!.getAttribute('href')).toBe('#/ledger/verify?number=9')
    expect(find('trace-7')!.textContent).toContain('本单位没有此目的的授权')
    expect(find('share-1')!.textContent).toContain('已到期')
  })

  it('asks again for what is filtered, and goes on from where it ended', async () => {
    await show(DataSetPage, '#/data/fire.hydrants')
    await put('filter-kind', 'Used')
    expect(location.hash).toBe('#/data/fire.hydrants?kind=Used')
    expect(asked).toContain('GET /api/datasets/fire.hydrants/traces?kind=Used')
    find('more')!.click()
    await vi.advanceTimersByTimeAsync(100)
    expect(asked).toContain('GET /api/datasets/fire.hydrants/traces?kind=Used&before=7')
  })

  it('lets others neither take in nor share, and opens no proof for them', async () => {
    await show(DataSetPage, '#/data/fire.hydrants', { keep: false, oversee: false })
    expect([find('import-form'), find('share-form'), find('revoke'), find('proof-9')]).toEqual([null, null, null, null])
    expect(find('filter-organisation')).toBeNull()
  })

  it('gives nothing without a purpose, and says why it was refused', async () => {
    await show(DataSetPage, '#/data/fire.hydrants')
    expect(find<HTMLButtonElement>('take-2')!.disabled).toBe(true)
    await put('use-purpose', 'planning')
    find('take-2')!.click()
    await vi.advanceTimersByTimeAsync(100)
    expect(asked).toContain('GET /api/datasets/fire.hydrants/versions/2?purpose=planning')
    expect(find('problem')!.textContent).toContain('本单位没有此目的的授权')
  })

  it('lists what is wrong with a table by row and column', async () => {
    await show(DataSetPage, '#/data/fire.hydrants')
    const field = find<HTMLInputElement>('import-file')!
    Object.defineProperty(field, 'files', { value: [new File(['id'], 'a.csv')] })
    field.dispatchEvent(new Event('change'))
    find('import-form')!.dispatchEvent(new Event('submit'))
    await vi.advanceTimersByTimeAsync(100)
    expect(find('import-problems')!.textContent).toContain('3pressurebegins like a formula')
  })
})

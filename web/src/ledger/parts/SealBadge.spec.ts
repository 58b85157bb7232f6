// @vitest-environment happy-dom
import { createApp, h, nextTick, ref } from 'vue'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { addMessages } from '@/lib/words'
import type { Seal } from '../api'
import zh from '../words.zh.json'
import SealBadge from './SealBadge.vue'
import SealPrint from './SealPrint.vue'

const seal = (number: number, state: Seal['state'], type = 'warning.Raised'): Seal => ({ number, state, type, at: '2026-11-26T08:00:00Z' })
const asked: string[] = []
const version = ref(1)
let seals: Seal[] | null = []
let stop = () => {}

function show(of: Seal[] | null, part: typeof SealBadge | typeof SealPrint = SealBadge): void {
  seals = of
  vi.stubGlobal('fetch', (path: string) => {
    asked.push(path)
    return Promise.resolve(new Response(JSON.stringify(seals ? { seals } : {}), { status: seals ? 200 : 500 }))
  })
  addMessages('zh', zh)
  document.body.innerHTML = '<div id="here"></div>'
  const app = createApp({ render: () => h(part as typeof SealBadge, { subject: 'w-1', version: version.value }) })
  app.mount('#here')
  stop = () => app.unmount()
}
const find = (id: string) => document.querySelector<HTMLElement>(`[data-testid="${id}"]`)

afterEach(() => {
  stop()
  asked.length = 0
  version.value = 1
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

describe('the seal of a thing', () => {
  it('opens its records, the newest first, each in the house’s words', async () => {
    show([seal(7, 'PUBLISHED'), seal(12, 'PUBLISHED', 'somewhere.Unheard')])
    await vi.waitFor(() => expect(find('seal-open')?.dataset.word).toBe('PUBLISHED'))
    expect(find('seal-panel')).toBeNull()
    find('seal-open')!.click()
    await nextTick()
    const rows = [...document.querySelectorAll('li')].map((row) => row.textContent)
    expect(rows[0]).toContain('somewhere.Unheard')
    expect(rows[1]).toContain('预警发布')
    expect(find('seal-open')!.getAttribute('aria-expanded')).toBe('true')
  })

  it('leads to proof, verification and picture of what is published, and not of what is on its way', async () => {
    show([seal(7, 'PUBLISHED'), seal(12, 'INTEGRATED')])
    await vi.waitFor(() => expect(find('seal-open')?.dataset.word).toBe('WAITING'))
    find('seal-open')!.click()
    await nextTick()
    expect(find('seal-12')!.querySelector('a, button')).toBeNull()
    expect(find('seal-proof')!.getAttribute('href')).toBe('/api/ledger/proofs/7')
    expect(find('seal-verify')!.getAttribute('href')).toBe('#/ledger/verify?number=7')
    find('seal-qr')!.click()
    await nextTick()
    expect(find('qr')!.getAttribute('src')).toBe('/api/ledger/proofs/7/qr')
    find('qr')!.dispatchEvent(new Event('error'))
    await nextTick()
    expect(find('qr-missing')).not.toBeNull()
  })

  it('is unknown while the ledger does not answer', async () => {
    show(null)
    await vi.waitFor(() => expect(find('seal-unknown')?.textContent).toContain('未知'))
    expect(find('seal-open')).toBeNull()
  })

  it('asks again when the thing changed, and until all is published', async () => {
    vi.useFakeTimers()
    show([seal(7, 'SEQUENCED')])
    await vi.advanceTimersByTimeAsync(20_000)
    const waiting = asked.length
    expect(waiting).toBeGreaterThanOrEqual(5)
    seals = [seal(7, 'PUBLISHED')]
    await vi.advanceTimersByTimeAsync(20_000)
    expect(asked.length).toBe(waiting + 1)
    version.value = 2
    await vi.advanceTimersByTimeAsync(20_000)
    expect(asked.length).toBe(waiting + 4)
  })

  it('prints how many there are, the last number, and the picture of the last that is proven', async () => {
    show([seal(7, 'PUBLISHED'), seal(12, 'PUBLISHED'), seal(30, 'INTEGRATED')], SealPrint)
    await vi.waitFor(() => expect(find('seal-print')?.textContent).toContain('共 3 条记录，最后一条为第 30 号'))
    expect(find('seal-print')!.textContent).toContain('第 12 号记录的证明')
    expect(find('qr')!.getAttribute('src')).toBe('/api/ledger/proofs/12/qr')
    expect(find('seal-print')!.textContent).toContain('扫码得到证明')
    find('qr')!.dispatchEvent(new Event('error'))
    await nextTick()
    expect(find('seal-print')!.textContent).not.toContain('扫码得到证明')
  })
})

// @vitest-environment happy-dom
import { createApp, h } from 'vue'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { addMessages } from '@/lib/words'
import { forgetTime } from '@/lib/house'
import type { Status } from '../api'
import zh from '../words.zh.json'
import StatusPage from './StatusPage.vue'

const status: Status = {
  origin: 'city.example/log', key: 'city.example/log+1+A', sequenced: 544, integrated: 540, published: { size: 536, at: '2026-11-26T08:29:00Z', stale: false, anchor: null }, quorum: 2, now: '2026-11-26T08:30:00Z',
  witnesses: [
    { name: 'court', state: 'SIGNS', size: 536, signedAt: '2026-11-26T08:29:00Z' },
    { name: 'university', state: 'SIGNS', size: 536, signedAt: '2026-11-26T08:29:00Z' },
    { name: 'newspaper', state: 'SILENT', size: 0, signedAt: null },
  ],
}
let answer: Status | null = status
let stop = () => {}

function show(of: Status): void {
  answer = of
  vi.useFakeTimers()
  vi.stubGlobal('fetch', () =>
    Promise.resolve(answer ? new Response(JSON.stringify(answer)) : new Response('', { status: 503 })),
  )
  addMessages('zh', zh)
  document.body.innerHTML = '<div id="here"></div>'
  const app = createApp({ render: () => h(StatusPage) })
  app.mount('#here')
  stop = () => app.unmount()
}
const find = (id: string) => document.querySelector<HTMLElement>(`[data-testid="${id}"]`)

afterEach(() => {
  stop()
  forgetTime()
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

describe('the page of the ledger', () => {
  it('shows how far the log has come, what waits, and how many have to sign', async () => {
    show(status)
    await vi.advanceTimersByTimeAsync(100)
    expect(['sequenced', 'integrated', 'published', 'lag'].map((figure) => find(`ledger-${figure}`)!.textContent)).toEqual(['544', '540', '536', '8 条记录'])
    expect(find('quorum')!.textContent).toBe('3 个见证方中须有 2 个签见。')
    expect(find('standing')!.dataset.standing).toBe('STANDS')
    expect((find('ledger-key') as HTMLInputElement).value).toBe(status.key)
    expect(find('ledger-stale')).toBeNull()
  })

  it('shows a split witness first, and says it above all', async () => {
    show({ ...status, witnesses: [...status.witnesses, { name: 'zoo', state: 'SPLIT', size: 500, signedAt: null }] })
    await vi.advanceTimersByTimeAsync(100)
    expect(find('standing')!.dataset.standing).toBe('SPLIT')
    expect([...document.querySelectorAll<HTMLElement>('[data-testid^=witness-]')].map((row) => row.dataset.state)).toEqual(['SPLIT', 'SILENT', 'SIGNS', 'SIGNS'])
    expect(find('witness-zoo')!.textContent).toContain('分叉')
  })

  it('calls what is published unknown once the house says that it is stale', async () => {
    show({ ...status, published: { ...status.published, stale: true } })
    await vi.advanceTimersByTimeAsync(100)
    expect(find('ledger-stale')!.textContent).toBe('未知')
  })

  it('shows what a chain holds, with its age, and what holds the next one up', async () => {
    show(status)
    await vi.advanceTimersByTimeAsync(100)
    expect(find('ledger-anchor')).toBeNull()
    stop()
    const anchor = { size: 500, chain: 31337, block: 12, transaction: '0xab', at: '2026-11-26T08:00:00Z', problem: 'ledger:chain-unreachable' }
    show({ ...status, published: { ...status.published, anchor } })
    await vi.advanceTimersByTimeAsync(100)
    expect(find('ledger-anchor')!.textContent).toContain('500 条记录的检查点，链 31337 第 12 区块 · span.ago')
    expect(find('ledger-anchor-problem')!.textContent).toContain('ledger:chain-unreachable')
  })

  it('keeps the last figures as unknown when nobody answers, and asks again', async () => {
    show(status)
    await vi.advanceTimersByTimeAsync(100)
    answer = null
    await vi.advanceTimersByTimeAsync(6_000)
    expect(find('standing')!.dataset.standing).toBe('UNKNOWN')
    expect(find('problem')).not.toBeNull()
    expect(find('ledger-published')!.textContent).toBe('536')
    answer = { ...status, published: { ...status.published, size: 544 } }
    await vi.advanceTimersByTimeAsync(6_000)
    expect(find('standing')!.dataset.standing).toBe('STANDS')
    expect(find('ledger-published')!.textContent).toBe('544')
  })
})

// @vitest-environment happy-dom
import { createApp } from 'vue'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { addMessages } from '@/lib/words'
import type { Key } from '../api'
import zh from '../words.zh.json'
import KeyTable from './KeyTable.vue'

const key = (id: string, state: Key['state'], until: string | null): Key => ({
  id, organisation: 'D-WATER', serial: 1, ed25519: `city.example/log/D-WATER+${id}+A`, sm2: 'B', from: '2026-11-26T08:00:00Z', until, state,
})
let stop = () => {}

async function show(answer: Response): Promise<void> {
  vi.stubGlobal('fetch', (path: string) => Promise.resolve(path.includes('/ledger/keys') ? answer : new Response('[]')))
  addMessages('zh', zh)
  document.body.innerHTML = '<div id="here"></div>'
  const app = createApp(KeyTable)
  app.mount('#here')
  stop = () => app.unmount()
  await vi.waitFor(() => expect(document.querySelector('tbody tr, [data-testid=problem], [data-testid=no-keys]')).not.toBeNull())
}
const rows = () => [...document.querySelectorAll<HTMLElement>('tbody tr')]

afterEach(() => {
  stop()
  vi.unstubAllGlobals()
})

describe('the table of the organisations’ keys', () => {
  it('shows those that hold first, and until when the others did', async () => {
    await show(new Response(JSON.stringify({ keys: [key('0a', 'REVOKED', '2026-11-26T09:00:00Z'), key('0b', 'HOLDS', null)] })))
    expect(rows().map((row) => row.dataset.state)).toEqual(['HOLDS', 'REVOKED'])
    expect(rows()[0]!.textContent).toContain('在用')
    expect(rows()[0]!.textContent).toContain('至今')
    expect(rows()[1]!.textContent).toContain('已吊销')
    expect(rows()[1]!.textContent).not.toContain('至今')
  })

  it('says so when nobody has signed anything yet', async () => {
    await show(new Response(JSON.stringify({ keys: [] })))
    expect(document.querySelector('[data-testid=no-keys]')!.textContent).toContain('尚无')
  })

  it('names the problem when nobody answers', async () => {
    await show(new Response('', { status: 503 }))
    expect(document.querySelector('[data-testid=problem]')).not.toBeNull()
  })
})

// @vitest-environment happy-dom
import { createApp, h } from 'vue'
import { afterEach, describe, expect, it, vi } from 'vitest'
import ErasurePanel from './ErasurePanel.vue'

const sent: { path: string; body: unknown }[] = []
let stop = () => {}

function show(request: string | null, erasedAt: string | null, may: boolean, status = 200): void {
  vi.stubGlobal('fetch', (path: string, said: RequestInit) => {
    sent.push({ path, body: JSON.parse(String(said.body)) })
    const answer = status === 200 ? { id: request, caseId: 'c-1', erasedAt: '2026-11-26T01:00:00Z' } : { code: 'intake:not-a-steward' }
    return Promise.resolve(new Response(JSON.stringify(answer), { status }))
  })
  document.body.innerHTML = '<div id="here"></div>'
  const app = createApp({ render: () => h(ErasurePanel, { request, erasedAt, may }) })
  app.mount('#here')
  stop = () => app.unmount()
}
const find = (id: string) => document.querySelector<HTMLElement>(`[data-testid="${id}"]`)

async function confirm(reason: string): Promise<void> {
  find('erasure-begin')!.click()
  await vi.waitFor(() => expect(find('erasure-form')).not.toBeNull())
  const input = document.querySelector<HTMLInputElement>('input')!
  input.value = reason
  input.dispatchEvent(new Event('input'))
  await vi.waitFor(() => expect(input.value).toBe(reason))
  await new Promise((done) => setTimeout(done))
  find('erasure-form')!.dispatchEvent(new Event('submit', { cancelable: true }))
}

afterEach(() => {
  stop()
  sent.length = 0
  vi.unstubAllGlobals()
})

describe('erasing the reporter of a case', () => {
  it('is offered to a data steward only, and only where somebody asked', () => {
    show('R1', null, true)
    expect(find('erasure-begin')).not.toBeNull()
    stop()
    show('R1', null, false)
    expect(find('erasure-begin')).toBeNull()
    stop()
    show(null, null, true)
    expect(find('erasure-begin')).toBeNull()
  })

  it('says what goes and what stays before it is done, and then that it was', async () => {
    show('R1', null, true)
    find('erasure-begin')!.click()
    await vi.waitFor(() => expect(find('erasure-form')?.textContent).toContain('erasure.goes'))
    expect(find('erasure-form')!.textContent).toContain('erasure.stays')
    stop()
    show('R1', null, true)
    await confirm('本人申请')
    await vi.waitFor(() => expect(find('case-erased')).not.toBeNull())
    expect(sent).toEqual([{ path: '/api/intake/requests/R1/erasure', body: { reason: '本人申请' } }])
  })

  it('is not sent without a reason', async () => {
    show('R1', null, true)
    await confirm('  ')
    expect(sent).toEqual([])
  })

  it('shows why it was refused', async () => {
    show('R1', null, true, 403)
    await confirm('本人申请')
    await vi.waitFor(() => expect(document.body.textContent).toContain('intake:not-a-steward'))
    expect(find('case-erased')).toBeNull()
  })

  it('is seen by everybody once it was done', () => {
    show('R1', '2026-11-26T01:00:00Z', false)
    expect(find('case-erased')).not.toBeNull()
    expect(find('erasure-begin')).toBeNull()
  })
})

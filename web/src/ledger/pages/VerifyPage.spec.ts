// @vitest-environment happy-dom
import { createApp, h, nextTick } from 'vue'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { addMessages } from '@/lib/words'
import type { Checked } from '../api'
import zh from '../words.zh.json'
import VerifyPage from './VerifyPage.vue'

const PROOF = 'c2sp.org/tlog-proof@v1\nno proof of anything\n'
const verdict = (outcome: Checked['outcome'], reason: Checked['reason']): Checked => ({ outcome, reason, sentence: '中文一句', sentenceEn: 'one sentence' })
const sent: { path: string; body: unknown }[] = []
let stop = () => {}

function show(hash: string, said: Checked | null, proofs: Record<string, string> = {}): void {
  vi.stubGlobal('fetch', (path: string, init?: RequestInit) => {
    sent.push({ path, body: init?.body })
    const answer = path.startsWith('/api/ledger/proofs/') ? proofs[path] : said && JSON.stringify(said)
    const refusal = JSON.stringify({ code: 'ledger:absent', title: 'Not Found' })
    return Promise.resolve(answer ? new Response(answer) : new Response(refusal, { status: 404 }))
  })
  addMessages('zh', zh)
  location.hash = hash
  document.body.innerHTML = '<div id="here"></div>'
  const app = createApp({ render: () => h(VerifyPage) })
  app.mount('#here')
  stop = () => app.unmount()
}
const find = (id: string) => document.querySelector<HTMLElement>(`[data-testid="${id}"]`)
async function paste(text: string): Promise<void> {
  const field = find('proof-text') as HTMLTextAreaElement
  field.value = text
  field.dispatchEvent(new Event('input'))
  await nextTick()
}

afterEach(() => {
  stop()
  sent.length = 0
  location.hash = ''
  vi.unstubAllGlobals()
})

describe('the page that verifies', () => {
  it.each([
    ['VALID', 'STANDS', '有效'],
    ['ALTERED', 'OTHER_ROOT', '已被篡改'],
    ['UNKNOWN', 'OTHER_LOG', '无法判定'],
  ] as const)('says %s with an icon, its word and the sentence', async (outcome, reason, word) => {
    show('#/ledger/verify', verdict(outcome, reason))
    await paste(PROOF)
    find('proof-verify')!.closest('form')!.dispatchEvent(new Event('submit'))
    await vi.waitFor(() => expect(find('verdict')?.dataset.outcome).toBe(outcome))
    expect(find('verdict')!.textContent).toBe(`${word}中文一句`)
    expect(find('verdict')!.querySelector('svg')).not.toBeNull()
    expect(sent).toEqual([{ path: '/api/ledger/verify', body: JSON.stringify({ proof: PROOF }) }])
  })

  it('says of what cannot be drawn why, and shows no path', async () => {
    show('#/ledger/verify', verdict('UNKNOWN', 'NOT_READABLE'))
    await paste('a letter')
    find('proof-verify')!.closest('form')!.dispatchEvent(new Event('submit'))
    await vi.waitFor(() => expect(find('unreadable')?.textContent).toContain('首行不是'))
    expect(find('path')).toBeNull()
  })

  it('takes its verdict back when the text is another', async () => {
    show('#/ledger/verify', verdict('VALID', 'STANDS'))
    await paste(PROOF)
    find('proof-verify')!.closest('form')!.dispatchEvent(new Event('submit'))
    await vi.waitFor(() => expect(find('verdict')).not.toBeNull())
    await paste(`${PROOF} `)
    expect(find('verdict')).toBeNull()
  })

  it('fetches the record that the address names, and checks its proof to the letter', async () => {
    show('#/ledger/verify?number=128', verdict('VALID', 'STANDS'), { '/api/ledger/proofs/128': PROOF })
    await vi.waitFor(() => expect(find('verdict')).not.toBeNull())
    expect(sent).toEqual([{ path: '/api/ledger/proofs/128', body: undefined }, { path: '/api/ledger/verify', body: JSON.stringify({ proof: PROOF }) }])
  })

  it('says so when there is no such record, and says nothing of any proof', async () => {
    show('#/ledger/verify?number=129', verdict('VALID', 'STANDS'))
    await vi.waitFor(() => expect(find('problem')?.textContent).toContain('没有这条记录'))
    expect(find('verdict')).toBeNull()
  })

  it('checks a file that is dropped as it is, and none that is too large', async () => {
    show('#/ledger/verify', verdict('VALID', 'STANDS'))
    const drop = (file: File) => find('drop')!.dispatchEvent(Object.assign(new Event('drop'), { dataTransfer: { files: [file] } }))
    drop(new File([`${PROOF}\r\n`], 'p.tlog-proof'))
    await vi.waitFor(() => expect(sent).toEqual([{ path: '/api/ledger/verify', body: JSON.stringify({ proof: `${PROOF}\r\n` }) }]))
    const film = new File(['x'.repeat((1 << 20) + 1)], 'film.mp4')
    drop(Object.assign(film, { text: () => Promise.reject(new Error('it was read')) }))
    await vi.waitFor(() => expect(find('too-long')).not.toBeNull())
    expect(sent).toHaveLength(1)
  })
})

// @vitest-environment happy-dom
import { createApp, h } from 'vue'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { CaseCard } from '@/lib/wire'
import AdvicePanel from './AdvicePanel.vue'

const ADVICE = { caseClass: '0506', confidence: 0.7, basis: 'KEYWORDS', department: null, urgency: { urgent: false, words: [] }, precedents: [] }
const taken: string[] = []
let stop = () => {}

function show(caseClass: string, ...allowed: string[]): void {
  vi.stubGlobal('fetch', (path: string) => Promise.resolve(new Response(JSON.stringify(path.includes('/advice') ? { request: 'R1', advice: ADVICE, duplicates: [] } : []))))
  document.body.innerHTML = '<div id="here"></div>'
  const card = { id: 'c-1', version: 1, caseClass } as unknown as CaseCard
  const take = (proposed: string) => taken.push(proposed)
  const app = createApp({ render: () => h(AdvicePanel, { card, busy: false, may: (action: string) => allowed.includes(action), merge: () => {}, take, open: () => {} }) })
  app.mount('#here')
  stop = () => app.unmount()
}
const find = (id: string) => document.querySelector<HTMLElement>(`[data-testid="${id}"]`)

afterEach(() => {
  stop()
  taken.length = 0
  vi.unstubAllGlobals()
})

describe('what is proposed to the acceptor', () => {
  it('is taken with one click where the case has another class', async () => {
    show('0599', 'reclassify')
    await vi.waitFor(() => expect(find('advice-take')?.textContent).toContain('advice.take'))
    find('advice-take')!.click()
    expect(taken).toEqual(['0506'])
  })

  it('is filed with one click where it is the class of the case', async () => {
    show('0506', 'reclassify', 'file')
    await vi.waitFor(() => expect(find('advice-take')?.textContent).toContain('advice.file'))
  })

  it('cannot be taken by who may not', async () => {
    show('0599', 'file')
    await vi.waitFor(() => expect(find('advice-class')).not.toBeNull())
    expect(find('advice-take')).toBeNull()
    expect(find('advice-same')).toBeNull()
  })

  it('is said to be the class of the case while that cannot be filed yet', async () => {
    show('0506', 'reclassify')
    await vi.waitFor(() => expect(find('advice-same')).not.toBeNull())
  })
})

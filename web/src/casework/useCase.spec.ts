import { effectScope, ref } from 'vue'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { CaseCard } from '@/lib/wire'
import { useCase } from './useCase'

const card = (version: number, state: string) => ({ id: 'c-1', version, state }) as CaseCard
let current = card(1, 'HANDLING')
let refuse: object | null = null
const asked: string[] = []

/** A platform of one case. */
function answer(path: string, init?: RequestInit): Response {
  asked.push(`${init?.method ?? 'GET'} ${path}`)
  const json = (status: number, body: unknown) => new Response(JSON.stringify(body), { status })
  if (path.endsWith('/latencies')) return json(200, { discover: 1, warn: null, judge: null, act: null })
  if (init?.method === 'POST' && refuse) return json(409, refuse)
  if (init?.method === 'POST') current = card(current.version + 1, 'PENDING_INSPECTION')
  return json(200, { file: {}, card: current, timeline: [], actions: [] })
}
const settled = () => new Promise((resolve) => setTimeout(resolve, 5))
const scope = effectScope()

beforeEach(() => {
  current = card(1, 'HANDLING')
  refuse = null
  asked.length = 0
  vi.stubGlobal('fetch', (path: string, init?: RequestInit) => Promise.resolve(answer(path, init)))
})
afterEach(() => vi.unstubAllGlobals())

describe('a case on screen', () => {
  it('shows what the platform says after an action', async () => {
    const shown = scope.run(() => useCase(ref('c-1'), ref([])))!
    await settled()
    expect(await shown.act('submit', { version: 1 })).toBe(true)
    expect(shown.card.value?.state).toBe('PENDING_INSPECTION')
  })

  it('is loaded again, and says why, when somebody was faster', async () => {
    const shown = scope.run(() => useCase(ref('c-1'), ref([])))!
    await settled()
    current = card(5, 'SUSPENDED')
    refuse = { code: 'casework:changed-meanwhile', detail: 'changed', advice: 'look again' }
    expect(await shown.act('submit', { version: 1 })).toBe(false)
    expect(shown.problem.value?.code).toBe('casework:changed-meanwhile')
    expect(shown.card.value?.state).toBe('SUSPENDED')
  })

  it('is fetched anew when the stream knows a newer version', async () => {
    const cards = ref([card(1, 'HANDLING')])
    const shown = scope.run(() => useCase(ref('c-1'), cards))!
    await settled()
    current = card(2, 'PENDING_INSPECTION')
    cards.value = [current]
    await settled()
    expect(shown.answer.value?.card.version).toBe(2)
    expect(asked.filter((each) => each === 'GET /api/cases/c-1').length).toBe(2)
  })
})

// @vitest-environment happy-dom
import { createApp, h, nextTick } from 'vue'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { addMessages } from '@/lib/words'
import type { Sheet } from '../api'
import zh from '../words.zh.json'
import IndicatorTable from './IndicatorTable.vue'

const drilled: [string, string][] = []
let stop = () => {}
const sheet = {
  indicators: [
    { code: 'closing', name: { zh: '结案率', en: 'Closing rate' }, counted: { zh: '期末前已结案', en: 'closed' }, divisor: { zh: '应结案件', en: 'due cases' }, measure: 'SHARE' },
  ],
  lines: [
    { member: { code: '310112101', name: '莘庄镇', nameEn: 'Xinzhuang' }, figures: [{ indicator: 'closing', counted: 911, n: 972, value: 911 / 972 }] },
    { member: { code: '310112102', name: '七宝镇', nameEn: 'Qibao' }, figures: [{ indicator: 'closing', counted: 0, n: 0, value: null }] },
  ],
} as unknown as Sheet
const find = (id: string) => document.querySelector<HTMLElement>(`[data-testid="${id}"]`)

beforeEach(() => {
  addMessages('zh', zh)
  document.body.innerHTML = '<div id="here"></div>'
  const app = createApp({
    render: () => h(IndicatorTable, { sheet, code: null, member: null, onDrill: (code: string, member: string) => drilled.push([code, member]) }),
  })
  app.mount('#here')
  stop = () => app.unmount()
})
afterEach(() => {
  stop()
  drilled.length = 0
})

describe('the table of indicators', () => {
  it('shows each figure with what it was made of', () => {
    expect(find('figure-closing-310112101')!.textContent).toContain('93.72 %')
    expect(find('figure-closing-310112101')!.textContent).toContain('911 / 972')
  })

  it('says unknown where there is nothing to divide by', () => {
    expect(find('figure-closing-310112102')!.textContent).toContain('未知')
    expect(find('figure-closing-310112102')!.textContent).not.toContain('%')
  })

  it('opens the definition beneath and carries it for whoever points at the name', async () => {
    const name = find('explain-closing')!
    expect(name.title).toBe('期末前已结案 ÷ 应结案件')
    expect(find('meaning-closing')).toBeNull()
    name.click()
    await nextTick()
    expect(find('meaning-closing')!.textContent).toBe('期末前已结案 ÷ 应结案件')
    expect(name.getAttribute('aria-expanded')).toBe('true')
  })

  it('leads to the rows of the member that was asked for', () => {
    find('figure-closing-310112102')!.click()
    expect(drilled).toEqual([['closing', '310112102']])
  })
})

// @vitest-environment happy-dom
import { createApp, h } from 'vue'
import { afterEach, describe, expect, it } from 'vitest'
import { addMessages } from '@/lib/words'
import type { Indicator, Report } from '../api'
import zh from '../words.zh.json'
import ReportView from './ReportView.vue'

const indicator = (code: string, measure: Indicator['measure']) => ({ code, name: { zh: code, en: code }, counted: { zh: '工时合计', en: '' }, divisor: { zh: '填报了的案件', en: '' }, measure })
const indicators = [indicator('crew_hours', 'MEAN_HOURS'), indicator('kilometres', 'MEAN_KILOMETRES'), indicator('closing', 'SHARE')]
const figures = [
  { indicator: 'crew_hours', counted: 2, n: 2, value: 4.5 },
  { indicator: 'kilometres', counted: 1, n: 1, value: 12 },
  { indicator: 'closing', counted: 0, n: 0, value: null },
]
const sheet = { question: { subject: 'DISTRICT', period: { from: '2016-12-01', to: '2017-01-01' }, of: null }, indicators, lines: [{ member: { code: '310112', name: '闵行区', nameEn: 'Minhang' }, figures }] }
const report = { madeAt: '2017-02-01T01:00:00Z', members: sheet, whole: sheet, months: [] } as unknown as Report
let stop = () => {}
afterEach(() => stop())

describe('the report', () => {
  it('says every figure with its number, unit, n and definition', () => {
    addMessages('zh', zh)
    document.body.innerHTML = '<div id="here"></div>'
    const app = createApp({ render: () => h(ReportView, { report }) })
    app.mount('#here')
    stop = () => app.unmount()
    const row = (code: string) => [...document.querySelectorAll(`[data-testid="report-${code}"] td`)].map((cell) => cell.textContent)
    expect(row('crew_hours')).toEqual(['4.50 小时', 'n = 2', '工时合计；填报了的案件'])
    expect(row('kilometres')).toEqual(['12.00 公里', 'n = 1', '工时合计；填报了的案件'])
    expect(row('closing')).toEqual(['未知', '0 / 0', '工时合计 ÷ 填报了的案件'])
  })
})

// @vitest-environment happy-dom
import { createApp, h } from 'vue'
import { afterEach, expect, it } from 'vitest'
import type { Warning } from '@/lib/wire'
import WarningRow from './WarningRow.vue'

const warning = {
  id: 'w-1',
  grade: 'ORANGE',
  state: 'STANDING',
  label: { name: '排水不及', nameEn: 'Overrun drains', icon: 'flood' },
  identity: { scenario: 'flood', danger: 'drains-overrun', town: '310112101' },
  voices: [],
  times: { firstObservedAt: '1', raisedAt: '1', changedAt: '1', easedAt: null, liftedAt: null },
  receipts: [],
} as unknown as Warning
let stop = () => {}

afterEach(() => stop())

it("calls a danger that only its scenario knows by the scenario's name", () => {
  document.body.innerHTML = '<div id="here"></div>'
  const app = createApp({ render: () => h(WarningRow, { warning, chosen: false }) })
  app.mount('#here')
  stop = () => app.unmount()
  expect(document.body.textContent).toContain('排水不及')
  expect(document.body.textContent).not.toContain('drains-overrun')
})

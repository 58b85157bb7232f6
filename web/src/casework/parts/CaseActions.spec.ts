// @vitest-environment happy-dom
import { createApp, h, nextTick } from 'vue'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { CaseCard } from '@/lib/wire'
import type { ActionBody, AllowedAction } from '../api'
import CaseActions from './CaseActions.vue'

const card = { id: 'c-1', version: 7, lon: 121.4, lat: 31.1, holder: null } as unknown as CaseCard
const sent: [string, ActionBody][] = []
let stop = () => {}

function show(actions: AllowedAction[], morePhotos = false, of = card): void {
  document.body.innerHTML = '<div id="here"></div>'
  const act = (action: string, body: ActionBody) => (sent.push([action, body]), Promise.resolve(true))
  const app = createApp({ render: () => h(CaseActions, { actions, card: of, busy: false, morePhotos, act }) })
  app.mount('#here')
  stop = () => app.unmount()
}
const find = <T extends HTMLElement>(id: string) => document.querySelector<T>(`[data-testid="${id}"]`)
async function click(id: string): Promise<void> {
  find(id)!.click()
  await nextTick()
}

afterEach(() => {
  stop()
  stop = () => {}
  sent.length = 0
  vi.unstubAllGlobals()
})

describe('the actions of a case', () => {
  it('are those that the platform allows, and no others', () => {
    show([{ action: 'sign', needs: [] }])
    expect(find('action-sign')).not.toBeNull()
    expect(document.querySelectorAll('[data-testid^="action-"]').length).toBe(1)
  })

  it('say so when there is nothing to do', () => {
    show([])
    expect(find('case-actions')!.textContent).toContain('case.noActions')
  })

  it('ask for what they need and no more', async () => {
    show([{ action: 'return', needs: ['note', 'legalGround'] }])
    await click('action-return')
    expect(find('field-legalGround')).not.toBeNull()
    expect(find('field-evidence')).toBeNull()
    expect(find('field-until')).toBeNull()
    expect(find<HTMLButtonElement>('action-send')!.disabled).toBe(true)
  })

  it('ask for photos once the platform has refused for want of them', async () => {
    show([{ action: 'inspect-pass', needs: [] }], true)
    await click('action-inspect-pass')
    expect(find('field-evidence')).not.toBeNull()
  })

  it('ask whoever hands work in what it took, to a tenth, and nobody else', async () => {
    show([{ action: 'submit', needs: [] }])
    await click('action-submit')
    const hours = find('field-crewHours')!.querySelector('input')!
    expect(hours.step).toBe('0.1') // else the browser refuses half an hour without a word
    hours.value = '1.5'
    hours.dispatchEvent(new Event('change'))
    await nextTick()
    find('action-form')!.dispatchEvent(new Event('submit'))
    await nextTick()
    expect(sent).toEqual([['submit', { version: 7, crewHours: 1.5 }]])
    stop()
    show([{ action: 'confirm', needs: [] }])
    await click('action-confirm')
    expect(find('field-crewHours')).toBeNull()
  })

  it('offer the filing standards of the case’s class, and choose the only one', async () => {
    const standard = (id: string) => ({ id, condition: id, conditionEn: id })
    const classes = [
      { code: '0506', name: '', nameEn: '', standards: [standard('0506-1'), standard('0506-2')] },
      { code: '0599', name: '', nameEn: '', standards: [standard('0599-1')] },
    ]
    vi.stubGlobal('fetch', (path: string) => Promise.resolve(new Response(JSON.stringify(path === '/api/classes' ? classes : []))))
    for (const [caseClass, refused] of [['0506', true], ['0599', false]] as const) {
      show([{ action: 'file', needs: ['standard'] }], false, { ...card, caseClass })
      await click('action-file')
      await vi.waitFor(() => expect(find('field-standard')!.tagName).toBe('DIV'))
      expect(find<HTMLButtonElement>('action-send')!.disabled).toBe(refused)
      stop()
    }
  })

  it('send the version that was seen with what was written', async () => {
    show([{ action: 'inspect-fail', needs: ['note'] }])
    await click('action-inspect-fail')
    const note = find<HTMLTextAreaElement>('field-note')!
    note.value = 'still wet'
    note.dispatchEvent(new Event('input'))
    await nextTick()
    find('action-form')!.dispatchEvent(new Event('submit'))
    await nextTick()
    expect(sent).toEqual([['inspect-fail', { version: 7, note: 'still wet' }]])
  })
})

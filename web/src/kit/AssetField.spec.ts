// @vitest-environment happy-dom
import { createApp, h, nextTick, ref } from 'vue'
import { afterEach, describe, expect, it, vi } from 'vitest'
import AssetField from './AssetField.vue'
import type { Asset } from './useAssets'

const part = (code: string, caseClass: string, metres: number | null): Asset => ({ code, caseClass, lon: 121.4, lat: 31.1, owner: 'D-WATER', maintainer: 'D-DRAINAGE', metres })
const LAMP = '3101120104000001'
const COVER = '3101120103000002'
const FAR = '3101120103000003'
const code = ref('')
const wrong = ref(false)
const found: (Asset | null)[] = []
let asked: string[] = []
let stop = () => {}

/** Two parts near the place and one elsewhere; of any other code there is none. */
function show(place: { lon: number; lat: number } | null, online = true): void {
  vi.stubGlobal('fetch', (path: string) => {
    asked.push(path)
    if (path.startsWith('/api/assets?') && !online) return Promise.reject(new TypeError('gone'))
    if (path.startsWith('/api/assets?lon=0')) return Promise.resolve(new Response('[]'))
    if (path.startsWith('/api/assets?')) return Promise.resolve(new Response(JSON.stringify([part(LAMP, 'P0104', 3), part(COVER, 'P0103', 20)])))
    if (!online) return Promise.reject(new TypeError('gone'))
    if (path === `/api/assets/${FAR}`) return Promise.resolve(new Response(JSON.stringify(part(FAR, 'P0103', null))))
    if (!path.startsWith('/api/assets/')) return Promise.resolve(new Response('[]'))
    return Promise.resolve(new Response('{"code":"address:no-such-asset"}', { status: 404 }))
  })
  document.body.innerHTML = '<div id="here"></div>'
  const app = createApp({
    render: () =>
      h(AssetField, {
        place, caseClass: 'P0103', modelValue: code.value, wrong: wrong.value,
        'onUpdate:modelValue': (to: string) => (code.value = to),
        'onUpdate:wrong': (to: boolean) => (wrong.value = to),
        onFound: (asset: Asset | null) => found.push(asset),
      }),
  })
  app.mount('#here')
  stop = () => app.unmount()
}
const find = (id: string) => document.querySelector<HTMLElement>(`[data-testid="${id}"]`)
const near = () => [...document.querySelectorAll<HTMLButtonElement>('[data-testid="assets-near"] button')]
async function type(text: string): Promise<void> {
  code.value = text
  await nextTick()
}

afterEach(() => {
  stop()
  code.value = ''
  wrong.value = false
  found.length = 0
  asked = []
  vi.unstubAllGlobals()
})

describe('which part of the city it is about', () => {
  it('is picked from those near the place, of the class first, and taken back by the same tap', async () => {
    show({ lon: 121.4, lat: 31.1 })
    await vi.waitFor(() => expect(near()).toHaveLength(2))
    expect(near().map((each) => each.querySelector('small')!.textContent!.slice(0, 16))).toEqual([COVER, LAMP])
    near()[1]!.click()
    await nextTick()
    expect(code.value).toBe(LAMP)
    expect(wrong.value).toBe(false)
    expect(near()[1]!.getAttribute('aria-pressed')).toBe('true')
    expect(asked.filter((path) => path.startsWith('/api/assets'))).toEqual(['/api/assets?lon=121.4&lat=31.1'])
    near()[1]!.click()
    expect(code.value).toBe('')
  })

  it('is known by its code wherever it stands', async () => {
    show(null)
    await type(FAR)
    expect(wrong.value).toBe(true)
    await vi.waitFor(() => expect(found.at(-1)?.code).toBe(FAR))
    expect(wrong.value).toBe(false)
    expect(find('asset-said')!.textContent).toContain('asset.whose')
  })

  it('is refused at the field where no part has the code', async () => {
    show(null)
    await type('3101120103999999')
    await vi.waitFor(() => expect(find('asset-said')!.getAttribute('role')).toBe('alert'))
    expect(find('asset-said')!.textContent).toBe('asset.absent')
    expect(wrong.value).toBe(true)
    expect(found.filter((each) => each !== null)).toEqual([])
  })

  it('is refused at once where it is no code at all, and the platform is not asked', async () => {
    show(null)
    await type('31011')
    expect(find('asset-said')!.textContent).toBe('asset.malformed')
    expect(wrong.value).toBe(true)
    expect(asked.filter((path) => path.startsWith('/api/assets/'))).toEqual([])
    await type('')
    expect(wrong.value).toBe(false)
  })

  it('is said to be none nearby only where the platform says so', async () => {
    show({ lon: 0, lat: 0 })
    await vi.waitFor(() => expect(find('assets-none')).not.toBeNull())
    stop()
    show({ lon: 121.4, lat: 31.1 }, false)
    await new Promise((done) => setTimeout(done))
    expect(near()).toEqual([])
    expect(find('assets-none')).toBeNull()
  })

  it('is left to the platform where it cannot be asked now', async () => {
    show(null, false)
    await type(FAR)
    await vi.waitFor(() => expect(find('asset-said')!.textContent).toBe('asset.unsure'))
    expect(wrong.value).toBe(false)
  })
})

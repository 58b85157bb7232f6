import { ref, shallowRef, watch, type Ref } from 'vue'
import { useEvery } from '@/kit/useEvery'
import { problemOf, type Problem } from '@/lib/http'
import { commission, endMaintenance, enterMaintenance, getDevice, issueCredential, type DeviceView, type Issued } from './api'

const EVERY_MILLIS = 3_000

/** One device as it stands, asked for every few seconds, and what may be done with it. */
export function useDevice(code: Ref<string>) {
  const view = shallowRef<DeviceView | null>(null)
  const problem = shallowRef<Problem | null>(null)
  const busy = ref(false)
  /** A credential's token, shown until the reader goes elsewhere and never again. */
  const issued = shallowRef<Issued | null>(null)

  /** Asks again without a word: whoever looks at a device waits for it to fall silent, or to speak. */
  async function look(): Promise<void> {
    if (busy.value || view.value === null) return
    const mine = code.value
    try {
      const seen = await getDevice(mine)
      if (mine === code.value && !busy.value) view.value = seen
    } catch (thrown) {
      problem.value = problemOf(thrown)
    }
  }
  async function run(act: () => Promise<unknown>): Promise<void> {
    busy.value = true
    try {
      await act()
      view.value = await getDevice(code.value)
      problem.value = null
    } catch (thrown) {
      problem.value = problemOf(thrown)
    } finally {
      busy.value = false
    }
  }
  watch(code, () => ((view.value = issued.value = null), run(async () => undefined)), { immediate: true })
  useEvery(EVERY_MILLIS, () => void look())
  return {
    view,
    problem,
    busy,
    issued,
    issue: () => run(async () => (issued.value = await issueCredential(code.value))),
    again: () => run(async () => undefined),
    commissionAt: (lon: number, lat: number, name: string, properties: string[]) =>
      run(async () => (issued.value = (await commission(code.value, { lon, lat, ...(name ? { name } : {}), properties })).issued)),
    maintain: (from: number, hours: number, reason: string) =>
      run(() =>
        enterMaintenance({
          device: code.value,
          from: new Date(from).toISOString(),
          until: new Date(from + hours * 3_600_000).toISOString(),
          reason,
        }),
      ),
    finish: (id: string) => run(() => endMaintenance(id)),
  }
}

import { reactive, ref, shallowRef, watch } from 'vue'
import { useEvery } from '@/kit/useEvery'
import { problemOf, type Problem } from '@/lib/http'
import { listDevices, type DeviceCard, type DeviceList, type Question } from './api'

const AT_ONCE = 60
const EVERY_MILLIS = 5_000

/** The list of devices, fetched piece by piece as the reader goes down. */
export function useDevices() {
  const question = reactive<Question>({ health: '', town: '', property: '', text: '', sort: 'HEALTH' })
  const devices = shallowRef<DeviceCard[]>([])
  const list = shallowRef<DeviceList | null>(null)
  const problem = shallowRef<Problem | null>(null)
  const busy = ref(false)
  let asked = 0

  async function fetchFrom(offset: number): Promise<void> {
    const mine = ++asked
    busy.value = true
    try {
      const answer = await listDevices(question, offset, AT_ONCE)
      if (mine !== asked) return
      list.value = answer
      devices.value = offset === 0 ? answer.devices : [...devices.value, ...answer.devices]
      problem.value = null
    } catch (thrown) {
      if (mine === asked) problem.value = problemOf(thrown)
    } finally {
      if (mine === asked) busy.value = false
    }
  }
  const more = () => void (!busy.value && list.value && devices.value.length < list.value.total && fetchFrom(devices.value.length))
  // Whoever went down the list keeps their place: only the first piece is asked for anew.
  useEvery(EVERY_MILLIS, () => void (!busy.value && devices.value.length <= AT_ONCE && fetchFrom(0)))
  watch(question, () => fetchFrom(0), { immediate: true })
  return { question, devices, list, problem, busy, more, again: () => fetchFrom(0) }
}

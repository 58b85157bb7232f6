import { ref, shallowRef, watch, type Ref } from 'vue'
import { problemOf, type Problem } from '@/lib/http'
import { getBeside, type Beside } from './beside'

/** What goes on beside one case; fetched anew after everything that is done, and when the case changed. */
export function useBeside(id: Ref<string>, version: Ref<number>) {
  const beside = shallowRef<Beside | null>(null)
  const problem = shallowRef<Problem | null>(null)
  const busy = ref(false)

  async function fetchIt(): Promise<void> {
    const asked = id.value
    try {
      const found = await getBeside(asked)
      if (asked === id.value) beside.value = found
    } catch (thrown) {
      if (asked === id.value) problem.value = problemOf(thrown)
    }
  }

  /** True when the platform did it. */
  async function act(doing: () => Promise<unknown>): Promise<boolean> {
    busy.value = true
    problem.value = null
    try {
      await doing()
      await fetchIt()
      return true
    } catch (thrown) {
      problem.value = problemOf(thrown)
      return false
    } finally {
      busy.value = false
    }
  }

  watch([id, version], () => void fetchIt(), { immediate: true })
  return { beside, problem, busy, act }
}

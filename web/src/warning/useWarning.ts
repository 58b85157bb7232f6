import { computed, ref, shallowRef, watch, type Ref } from 'vue'
import { problemOf, type Problem } from '@/lib/http'
import type { Warning } from '@/lib/wire'
import { getWarning, postReceipt } from './api'

/** One warning: what the stream says of it while it stands, else what the platform remembers. */
export function useWarning(id: Ref<string>, standing: Ref<readonly Warning[]>) {
  const fetched = shallowRef<Warning | null>(null)
  const problem = shallowRef<Problem | null>(null)
  const busy = ref(false)
  const live = computed(() => standing.value.find((each) => each.id === id.value) ?? null)
  const warning = computed(() => live.value ?? (fetched.value?.id === id.value ? fetched.value : null))

  async function fetchIt(): Promise<void> {
    try {
      fetched.value = await getWarning(id.value)
      problem.value = null
    } catch (thrown) {
      if (live.value === null) problem.value = problemOf(thrown)
    }
  }

  /** 签收 */
  async function receive(): Promise<void> {
    busy.value = true
    try {
      const answer = await postReceipt(id.value)
      if (answer?.id) fetched.value = answer
      problem.value = null
    } catch (thrown) {
      problem.value = problemOf(thrown)
    } finally {
      busy.value = false
    }
  }

  // When the warning leaves the stream it was lifted: its last words are fetched once more.
  watch([id, () => live.value === null], () => void fetchIt(), { immediate: true })
  return { warning, problem, busy, receive }
}

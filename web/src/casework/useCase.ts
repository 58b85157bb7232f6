import { computed, ref, shallowRef, watch, type Ref } from 'vue'
import { problemOf, type Problem } from '@/lib/http'
import type { CaseCard } from '@/lib/wire'
import { getCase, getLatencies, postAction, type ActionBody, type CaseAnswer, type Latencies } from './api'

/** One case as this person may see and act on it; fetched anew whenever the stream says that it changed. */
export function useCase(id: Ref<string>, cards: Ref<readonly CaseCard[]>) {
  const answer = shallowRef<CaseAnswer | null>(null)
  const latencies = shallowRef<Latencies | null>(null)
  const problem = shallowRef<Problem | null>(null)
  const busy = ref(false)
  const live = computed(() => cards.value.find((card) => card.id === id.value) ?? null)
  /** The newest card known, from the stream or from the last answer. */
  const card = computed(() => {
    const fetched = answer.value?.card ?? null
    if (live.value && fetched) return live.value.version > fetched.version ? live.value : fetched
    return fetched ?? live.value
  })

  async function fetchIt(): Promise<void> {
    const asked = id.value
    try {
      const [found, spans] = await Promise.all([getCase(asked), getLatencies(asked).catch(() => null)])
      if (asked !== id.value) return
      answer.value = found
      latencies.value = spans
    } catch (thrown) {
      if (asked === id.value) problem.value = problemOf(thrown)
    }
  }

  /** True when the platform did it. When somebody was faster, the file is fetched anew and the reader is told. */
  async function act(action: string, body: ActionBody): Promise<boolean> {
    busy.value = true
    problem.value = null
    try {
      answer.value = await postAction(id.value, action, body)
      latencies.value = await getLatencies(id.value).catch(() => latencies.value)
      return true
    } catch (thrown) {
      problem.value = problemOf(thrown)
      if (problem.value.status === 409) await fetchIt()
      return false
    } finally {
      busy.value = false
    }
  }

  watch(
    id,
    () => {
      answer.value = null
      latencies.value = null
      problem.value = null
      void fetchIt()
    },
    { immediate: true },
  )
  watch(
    () => live.value?.version,
    (version) => {
      if (version !== undefined && answer.value !== null && version > answer.value.card.version && !busy.value) void fetchIt()
    },
  )
  return { answer, card, latencies, problem, busy, act }
}

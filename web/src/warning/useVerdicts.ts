import { ref, shallowRef, watch, type Ref } from 'vue'
import { problemOf, type Problem } from '@/lib/http'
import type { SignalCard } from '@/lib/wire'
import { getSignals, postVerdict, postVerdictOnAll, type Word } from './api'

/** The signals behind a warning, and what people say of them. */
export function useVerdicts(id: Ref<string>, changed: Ref<unknown>) {
  const signals = shallowRef<SignalCard[]>([])
  const problem = shallowRef<Problem | null>(null)
  const busy = ref(false)

  async function doing(what: () => Promise<{ signals: SignalCard[] }>): Promise<void> {
    busy.value = true
    try {
      signals.value = (await what()).signals
      problem.value = null
    } catch (thrown) {
      problem.value = problemOf(thrown)
    } finally {
      busy.value = false
    }
  }

  watch([id, changed], () => void doing(() => getSignals(id.value)), { immediate: true })
  const judgeAll = (word: Word) => doing(() => postVerdictOnAll(id.value, word))
  const judge = (signal: string, word: Word) =>
    doing(async () => {
      await postVerdict(signal, word)
      return getSignals(id.value)
    })
  return { signals, problem, busy, judge, judgeAll }
}
